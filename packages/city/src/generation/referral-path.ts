import { drawnFrom, drawnInteger, drawnLognormal } from '../chance/draw.ts';
import { cityCode } from '../reference/area.ts';
import { organizationOf } from '../reference/organizations.ts';
import { daysAfter, justBefore, workingDaysAfter } from './office-time.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

/** A petition with an organization. */
export type Referred = Readonly<{
  responsibleCode: string;
  /** When it was issued: terms run from here. */
  at: number;
  /** From when on the organization can act; later where it objected. */
  settledAt: number;
  /** Whether it owes a report. */
  isAssignment: boolean;
}>;

const lateShare = 0.004;
/** 交办 asks for a report, which nobody can give before the whole state machine is there. */
const assignedShares = { FIRST: 0.04, FULL: 0.15 } as const;
const cityBureau = `${cityCode}-LETT`;

/** 转送、交办: by the bureau of the county, or of the city where it was received there. */
export function referred(scene: Scene, trail: Trail, toCode = responsibleCode(scene)): Referred {
  const due = scene.city.termEnds('TRANSFER', scene.receivedAt, { startsAt: 'CONTACT_RECEIVED' });
  const drawn = daysAfter(scene, scene.registeredAt, drawnLognormal(scene.random, 1.8, 0.8));
  const isLate = scene.random() < lateShare;
  const at = isLate
    ? workingDaysAfter(scene, due, 0.2, 6)
    : Math.min(drawn, justBefore(scene, due, scene.registeredAt));
  return referral(scene, trail, at, toCode);
}

/** 重新转送, within two working days of the instant. */
export const referredAgain = (scene: Scene, trail: Trail, since: number): Referred =>
  referral(scene, trail, workingDaysAfter(scene, since, 0.05, 1.8), responsibleCode(scene));

/** Issues a referral at that instant to that organization. */
export function referral(scene: Scene, trail: Trail, at: number, toCode: string): Referred {
  const isAssignment = scene.random() < assignedShares[scene.city.stages];
  trail.add(at, {
    kind: 'REFERRED',
    ...actor(scene, bureauOf(scene), 'BUREAU'),
    referralKind: isAssignment ? 'ASSIGNMENT' : 'TRANSFER',
    toCode,
    legalBasis: '《信访工作条例》第二十二条',
    reportBackDueOn: isAssignment ? dateAfter(scene, at, drawnInteger(scene.random, 75, 100)) : null,
  });
  return { responsibleCode: toCode, at, settledAt: at, isAssignment };
}

/** The bureau that passes the petition on: nobody below the county does. */
export const bureauOf = ({ receivingCode, countyCode }: Scene): string =>
  receivingCode === cityBureau ? cityBureau : `${countyCode}-LETT`;

/** Mostly the county's own department; the city's for some of what the city received. */
function responsibleCode({ functionCode, receivingCode, countyCode, random }: Scene): string {
  const ofCity = `${cityCode}-${functionCode}`;
  const isForCity = random() < (receivingCode === cityBureau ? 0.25 : 0.03);
  // Above the city's party organs nobody in the city could review an opinion.
  return isForCity && organizationOf(ofCity).governmentCode !== null ? ofCity : `${countyCode}-${functionCode}`;
}

/** Another department of the same county, which will say that it is not its job. */
export const wrongResponsibleCode = ({ functionCode, countyCode, random }: Scene): string =>
  `${countyCode}-${drawnFrom(
    random,
    usuallyMistaken.filter((code) => code !== functionCode),
  )}`;

const usuallyMistaken: readonly string[] = ['HOUS', 'UMGT', 'MKTR', 'NRES', 'HRSS', 'AGRI'];

const dateAfter = ({ city }: Scene, instant: number, count: number): string =>
  city.days.dayAt(instant + count * 86_400_000).date;
