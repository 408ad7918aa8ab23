import { fail, ok, type Result } from '@onevisit/kernel';

export type SuggestionRoute = 'LEADER_IN_CHARGE' | 'DIRECTOR';

export type StaffSuggestionState = 'FILED' | 'READ' | 'DECIDED' | 'IN_ACTION' | 'DONE' | 'DECLINED';

export type SuggestionOutcome = 'ADOPT' | 'TRIAL' | 'DEFER' | 'DECLINE';

export type SuggestionHindrance = 'UNLAWFUL' | 'UNFUNDED';

/** 干部建议: its texts are sealed and live beside it. */
export type StaffSuggestion = Readonly<{
  id: string;
  route: SuggestionRoute;
  authorId: string | null;
  /** The author's organization at the filing. */
  organizationId: string | null;
  state: StaffSuggestionState;
  /** The last decision's; null before the first. */
  outcome: SuggestionOutcome | null;
  filedAt: Date | null;
  /** ISO week, of an anonymous one alone. */
  filedWeek: string | null;
  /** When it comes before who it is addressed to; where it stands in a list. */
  listedAt: Date;
  promotedAt: Date | null;
  version: number;
}>;

/** What a suggestion says, opened. */
export type SuggestionText = Readonly<{ title: string; body: string }>;

export type SuggestionDecision = Readonly<{
  id: string;
  suggestionId: string;
  benefitsWork: boolean;
  benefitsUnity: boolean;
  hindrance: SuggestionHindrance | null;
  outcome: SuggestionOutcome;
  decidedBy: string;
  decidedAt: Date;
}>;

/** A decision with what was said, for who may see the suggestion. */
export type ExplainedDecision = SuggestionDecision & Readonly<{ explanation: string }>;

/** 落实事项. */
export type SuggestionAction = Readonly<{
  id: string;
  suggestionId: string;
  ownerId: string;
  /** YYYY-MM-DD. */
  dueOn: string;
  doneAt: Date | null;
  version: number;
}>;

export type WrittenAction = SuggestionAction & Readonly<{ text: string }>;

/** An anonymous suggestion that nobody may see yet. */
export type WaitingSuggestion = Readonly<{ id: string; filedWeek: string; releaseAt: Date }>;

/** 续谈 with an unknown author. */
export type SuggestionMessage = Readonly<{
  id: string;
  suggestionId: string;
  sender: 'AUTHOR' | 'ADDRESSEE';
  shownAt: Date;
}>;

export type WrittenMessage = SuggestionMessage & Readonly<{ text: string }>;

type Filing = Readonly<{ id: string; route: SuggestionRoute; authorId: string; organizationId: string; filedAt: Date }>;

/** 实名建议: under one's own name, before its addressee at once. */
export const newStaffSuggestion = (filing: Filing): StaffSuggestion => ({
  ...filing,
  state: 'FILED',
  outcome: null,
  filedWeek: null,
  listedAt: filing.filedAt,
  promotedAt: null,
  version: 1,
});

/** 匿名建议: shown to the director after a while; an organization would say too much, so no other route takes it. */
export const shownAnonymously = ({ id, filedWeek, releaseAt }: WaitingSuggestion): StaffSuggestion => ({
  id,
  route: 'DIRECTOR',
  authorId: null,
  organizationId: null,
  state: 'FILED',
  outcome: null,
  filedAt: null,
  filedWeek,
  listedAt: releaseAt,
  promotedAt: null,
  version: 1,
});

export const isAnonymous = ({ authorId }: Pick<StaffSuggestion, 'authorId'>): boolean => authorId === null;

export const read = (suggestion: StaffSuggestion): Result<StaffSuggestion, 'WRONG_STATE'> =>
  suggestion.state === 'FILED' ? ok({ ...suggestion, state: 'READ' }) : fail('WRONG_STATE');

export type Weighing = Pick<SuggestionDecision, 'benefitsWork' | 'benefitsUnity' | 'hindrance' | 'outcome'>;

const isDoing = (outcome: SuggestionOutcome | null): boolean => outcome === 'ADOPT' || outcome === 'TRIAL';

/** 有利于工作、有利于团结: what benefits either is adopted or tried, unless it is unlawful or there is no money for it. */
export function weighed({
  benefitsWork,
  benefitsUnity,
  hindrance,
  outcome,
}: Weighing): Result<SuggestionOutcome, 'BENEFIT_MUST_BE_TRIED' | 'UNLAWFUL_CANNOT_BE_DONE'> {
  if (hindrance === 'UNLAWFUL' && isDoing(outcome)) return fail('UNLAWFUL_CANNOT_BE_DONE');
  const mustBeTried = (benefitsWork || benefitsUnity) && hindrance === null;
  return mustBeTried && !isDoing(outcome) ? fail('BENEFIT_MUST_BE_TRIED') : ok(outcome);
}

/** Once, and once more for each time that it was deferred. */
export function decided(
  suggestion: StaffSuggestion,
  outcome: SuggestionOutcome,
): Result<StaffSuggestion, 'WRONG_STATE'> {
  const { state } = suggestion;
  const isOpen = state === 'FILED' || state === 'READ' || (state === 'DECIDED' && suggestion.outcome === 'DEFER');
  if (!isOpen) return fail('WRONG_STATE');
  return ok({ ...suggestion, outcome, state: outcome === 'DECLINE' ? 'DECLINED' : 'DECIDED' });
}

const mostActions = 20;

/** An adoption says what will be done, and nothing else does. */
export function checkedActions(
  outcome: SuggestionOutcome,
  count: number,
): Result<number, 'ACTIONS_MISSING' | 'ACTIONS_WITHOUT_ADOPTION' | 'TOO_MANY_ACTIONS'> {
  if (count > mostActions) return fail('TOO_MANY_ACTIONS');
  if (isDoing(outcome)) return count > 0 ? ok(count) : fail('ACTIONS_MISSING');
  return count > 0 ? fail('ACTIONS_WITHOUT_ADOPTION') : ok(count);
}

/** One action item is done; `left` are open still. */
export const advanced = (suggestion: StaffSuggestion, left: number): StaffSuggestion => ({
  ...suggestion,
  state: left === 0 ? 'DONE' : 'IN_ACTION',
});

/** 转为创新项目: of what is done or tried, once. */
export function promoted(
  suggestion: StaffSuggestion,
  at: Date,
): Result<StaffSuggestion, 'NOT_ADOPTED' | 'ALREADY_PROMOTED'> {
  if (!isDoing(suggestion.outcome)) return fail('NOT_ADOPTED');
  return suggestion.promotedAt === null ? ok({ ...suggestion, promotedAt: at }) : fail('ALREADY_PROMOTED');
}
