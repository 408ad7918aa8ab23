import { drawnBetween, drawnFrom, drawnGeometric, drawnPareto } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { PetitionChannel, PetitionContact } from '../history/petition-history.ts';
import { cityCode } from '../reference/area.ts';
import { organizationOf } from '../reference/organizations.ts';
import { serviceWindowByOrganization } from '../reference/service-window.ts';
import { staffOf } from '../reference/staff-list.ts';
import { drawnChannel, isInPerson } from './channels.ts';
import type { City } from './city.ts';
import { millisecondsADay } from './city-days.ts';

/** Where a petition may be brought: its county and township. */
export type Place = Readonly<{ countyCode: string; areaCode: string }>;

const townshipOfficeShare = 0.3;
const cityShares: Readonly<Record<PetitionChannel, number>> = {
  ONLINE: 0.25,
  APP: 0.25,
  LETTER: 0.3,
  PHONE: 0.3,
  VISIT: 0.12,
  LEADER_RECEPTION: 0.3,
  OUTREACH: 0,
  FROM_ABOVE: 1,
};

/** 接收单位: the office in the township where there is a window, the county's, the city's. */
export function drawnOffice(random: Random, channel: PetitionChannel, { countyCode, areaCode }: Place): string {
  const township = `${areaCode}-LETT`;
  const goesOut = channel === 'OUTREACH' && random() < 0.6;
  const isNear = channel === 'VISIT' && serviceWindowByOrganization.has(township) && random() < townshipOfficeShare;
  if (goesOut || isNear) return township;
  return random() < cityShares[channel] ? `${cityCode}-LETT` : `${countyCode}-LETT`;
}

type Reception = Readonly<{
  ordinal: number;
  channel: PetitionChannel;
  receivedAt: number;
  officeCode: string;
  partySize: number;
}>;

/** A contact with a bureau, taken by one of its clerks. */
export function contact(
  random: Random,
  { ordinal, channel, receivedAt, officeCode, partySize }: Reception,
): PetitionContact {
  const clerks = staffOf(officeCode).filter(({ roles }) => roles.includes('CLERK'));
  const usesWindow = channel === 'VISIT' || channel === 'LEADER_RECEPTION';
  return {
    ordinal,
    purpose: ordinal === 1 ? 'NEW_MATTER' : 'REPEAT',
    channel,
    receivedAt: new Date(receivedAt),
    receivingOrganizationCode: officeCode,
    receivingLevel: channel === 'FROM_ABOVE' ? levelAbove(random) : organizationOf(officeCode).level,
    windowCode: usesWindow ? (serviceWindowByOrganization.get(officeCode)?.code ?? null) : null,
    isInPerson: isInPerson(channel),
    partySize,
    handledBy: drawnFrom(random, clerks).code,
  };
}

// Of all first contacts 0.8 % were received by the province and 0.3 % by the nation, all of them FROM_ABOVE.
function levelAbove(random: Random): PetitionContact['receivingLevel'] {
  const drawn = random();
  if (drawn < 0.3 / 6) return 'NATION';
  return drawn < 1.1 / 6 ? 'PROVINCE' : 'CITY';
}

const mostContacts = 60;

/** How often a matter is brought in all: mostly once. */
export function drawnContactCount(random: Random): number {
  const drawn = random();
  if (drawn < 0.8) return 1;
  if (drawn < 0.97) return Math.min(2 + drawnGeometric(random, 0.38), mostContacts);
  return Math.min(Math.floor(drawnPareto(random, 4, 1.6)), mostContacts);
}

/** The contacts after the first, spread over the weeks that follow. */
export function laterContacts(
  city: City,
  random: Random,
  first: PetitionContact,
  place: Place,
): readonly PetitionContact[] {
  const count = drawnContactCount(random) - 1;
  const from = first.receivedAt.getTime() + millisecondsADay;
  const span = Math.min((14 + 9 * count) * millisecondsADay, city.end - from);
  if (count === 0 || span <= count * (millisecondsADay / 2)) return [];

  const instants = Array.from({ length: count }, () => from + span * random()).toSorted((a, b) => a - b);
  return instants.map((instant, at) => {
    const { channel } = random() < 0.5 ? first : drawnChannel(random);
    const receivedAt = Math.min(momentOf(city, random, channel, instant), city.end - 1);
    const officeCode =
      channel === first.channel ? first.receivingOrganizationCode : drawnOffice(random, channel, place);
    return contact(random, { ordinal: at + 2, channel, receivedAt, officeCode, partySize: first.partySize });
  });
}

/** On the same day, at an hour at which that channel is used. */
export function momentOf({ days }: City, random: Random, channel: PetitionChannel, instant: number): number {
  const { startsAt } = days.dayAt(instant);
  const [opens, closes] = hours[channel];
  return startsAt + Math.floor(drawnBetween(random, opens, closes) * 3_600_000);
}

const office = [8.5, 17] as const;

const hours: Readonly<Record<PetitionChannel, readonly [number, number]>> = {
  ONLINE: [7, 23.5],
  APP: [7, 23.5],
  PHONE: [8, 20],
  LETTER: [8.5, 10.5],
  VISIT: office,
  LEADER_RECEPTION: office,
  OUTREACH: office,
  FROM_ABOVE: office,
};
