import { dueDate, localDate, officialCalendars } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import type { RuleSetDocument } from './scoring/rule-set-document.ts';

/** 计分规则 on record. Its text is never changed; a mistake is mended by a new version. */
export type RuleSet = Readonly<{
  id: string;
  /** `RS-2026-1`. */
  version: string;
  effectiveFrom: string;
  document: RuleSetDocument;
  /** SHA-256 of the document as RFC 8785 writes it. */
  contentHash: string;
  draftedAt: Date;
}>;

/** 征求意见 or 公布: what happened to a rule set after it was drafted. Each happens once. */
export type RuleSetStep = Readonly<{
  ruleSetId: string;
  state: 'CONSULTATION' | 'PUBLISHED';
  at: Date;
  /** Last day of the consultation. */
  until: string | null;
  /** The member of staff; null of what was there when the installation began. */
  byId: string | null;
}>;

/** A rule set with what happened to it. */
export type RuleSetOnRecord = RuleSet &
  Readonly<{
    consultationOpenedAt: Date | null;
    consultationUntil: string | null;
    publishedAt: Date | null;
    /** The day from which a later published rule set takes its place. */
    supersededFrom: string | null;
  }>;

/** 规则状态. */
export type RuleSetState = 'DRAFT' | 'CONSULTATION' | 'PUBLISHED' | 'RETIRED';

export function ruleSetState(ruleSet: RuleSetOnRecord, today: string): RuleSetState {
  if (!ruleSet.publishedAt) return ruleSet.consultationOpenedAt ? 'CONSULTATION' : 'DRAFT';
  return ruleSet.supersededFrom !== null && ruleSet.supersededFrom <= today ? 'RETIRED' : 'PUBLISHED';
}

/** The rule set that the units were told of before that day began, and that counts on it. */
export const ruleSetOn = (day: string, ruleSets: readonly RuleSetOnRecord[]): RuleSetOnRecord | null =>
  ruleSets
    .filter(({ publishedAt, effectiveFrom }) => publishedAt !== null && effectiveFrom <= day)
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1))[0] ?? null;

type Act = Readonly<{ at: Date; byId: string | null }>;

const consultationWorkdays = 10;

/** 征求意见: open for ten working days. */
export function consulted(
  ruleSet: RuleSetOnRecord,
  act: Act,
): Result<RuleSetStep, 'WRONG_STATE' | 'RETROACTIVE' | 'CALENDAR_NOT_PUBLISHED'> {
  if (ruleSet.consultationOpenedAt || ruleSet.publishedAt) return fail('WRONG_STATE');

  const term = { start: localDate(act.at), amount: consultationWorkdays, unit: 'WORKDAY', roll: 'NONE' } as const;
  const end = dueDate(officialCalendars, term);
  if (!end.ok) return end;

  const until = end.value.dueOn.toString();
  if (ruleSet.effectiveFrom <= until) return fail('RETROACTIVE');
  return ok({ ...act, ruleSetId: ruleSet.id, state: 'CONSULTATION', until });
}

/** 公布: after the consultation, before the day from which it counts, and for a day that no other counts from. */
export function published(
  ruleSet: RuleSetOnRecord,
  others: readonly RuleSetOnRecord[],
  act: Act,
): Result<RuleSetStep, 'WRONG_STATE' | 'CONSULTATION_RUNNING' | 'RETROACTIVE' | 'EFFECTIVE_DAY_TAKEN'> {
  const today = localDate(act.at).toString();
  const { consultationUntil, publishedAt, effectiveFrom } = ruleSet;
  if (consultationUntil === null || publishedAt) return fail('WRONG_STATE');
  if (today <= consultationUntil) return fail('CONSULTATION_RUNNING');
  if (effectiveFrom <= today) return fail('RETROACTIVE');
  if (others.some((other) => other.publishedAt !== null && other.effectiveFrom === effectiveFrom))
    return fail('EFFECTIVE_DAY_TAKEN');
  return ok({ ...act, ruleSetId: ruleSet.id, state: 'PUBLISHED', until: null });
}

/** 失效日期: the last day on which it counts. */
export const effectiveTo = ({ supersededFrom }: RuleSetOnRecord): string | null =>
  supersededFrom === null ? null : Temporal.PlainDate.from(supersededFrom).subtract({ days: 1 }).toString();
