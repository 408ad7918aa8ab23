import {
  dueDate,
  effectiveStart,
  officialCalendars,
  ruleFor,
  startOfDay,
  type DayUnit,
  type DeadlineKind,
  type DueDate,
  type RuleVersion,
  type Term,
} from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';

type DayTerm = Readonly<{ amount: number; unit: DayUnit }>;

/** 期限试算: when a term of that kind ends that starts on that day (YYYY-MM-DD), by the rules and calendars of the city. */
export function simulatedDue(
  kind: DeadlineKind,
  startOn: string,
): Result<DueDate, 'KIND_WITHOUT_TERM_IN_DAYS' | 'CALENDAR_NOT_PUBLISHED'> {
  const day = Temporal.PlainDate.from(startOn);
  const rule = ruleFor(kind, day);
  const term = termIn(rule);
  if (!term) return fail('KIND_WITHOUT_TERM_IN_DAYS');

  const start = startOf(rule, day);
  return start.ok ? dueDate(officialCalendars, { ...term, start: start.value, roll: rule.rollPolicy }) : start;
}

/** A kind that is only a norm ends with it; what the order states, or what is counted in minutes, has no term in days. */
function termIn({ amount, unit, target }: RuleVersion): DayTerm | null {
  const term: Term | null = amount === null ? target : { amount, unit };
  return term && isInDays(term) ? term : null;
}

const isInDays = (term: Term): term is DayTerm => term.unit !== 'MINUTE';

// What is issued in the system on a day off counts from the next working day.
const startOf = (
  { startsAt }: RuleVersion,
  day: Temporal.PlainDate,
): Result<Temporal.PlainDate, 'CALENDAR_NOT_PUBLISHED'> =>
  startsAt[0] === 'REFERRAL_ISSUED' ? effectiveStart(officialCalendars, startOfDay(day)) : ok(day);
