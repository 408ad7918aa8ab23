import { ok, type Result } from '@onevisit/kernel';
import type { DeadlineKind } from './deadline-kind.ts';
import { dueDate, type DayUnit } from './due-date.ts';
import { effectiveStart } from './effective-start.ts';
import { ruleFor } from './rule-for.ts';
import type { BureauLevel, RuleVersion, StartPoint, SupervisionKind, Term, TermUnit } from './rule-version.ts';
import { ruleVersions } from './rule-versions.ts';
import { lastDayBefore, localDate, startOfDay, toDate } from './shanghai.ts';
import { officialCalendars, type Calendars } from './work-calendar.ts';

/** What a Deadline row says about its time. */
export type DeadlinePlan = Readonly<{
  kind: DeadlineKind;
  /** When the clock started; the start of the next working day where the act came after office hours. */
  startedAt: Date;
  /** The last day in Shanghai, YYYY-MM-DD. */
  dueOn: string;
  /** The first instant that is too late. */
  dueAt: Date;
  /** The first instant after the service norm; never later than dueAt. */
  targetAt: Date | null;
  /** Null where the date was stated and not counted. */
  amount: number | null;
  unit: TermUnit;
  ruleVersion: string;
  /** Null where no calendar was needed: minutes, stated dates. */
  calendarVersion: string | null;
  provisional: boolean;
  /** The last day as counted, where it was a day off, YYYY-MM-DD. */
  rolledFrom: string | null;
  basis: string;
}>;

export type PlanOptions = Readonly<{
  calendars?: Calendars;
  rules?: readonly RuleVersion[];
  /** Another amount than the rule's: an extension, the term of a special law. The guard against more is the caller's. */
  amount?: number;
  /** Which of the rule's starting acts it was; the first of them when not given. */
  startsAt?: StartPoint;
  /** Level of the bureau, for the shares of TRANSFER; without it that kind has no target. */
  level?: BureauLevel;
  /** What order is to be answered, for SUPERVISION_RESPONSE. */
  supervision?: SupervisionKind;
  /** Days of a hearing that don't count, for RECHECK; more than the rule allows counts as what it allows. */
  excludedDays?: number;
}>;

/** Kinds whose last day may be written in the document itself. */
export type StatedKind = 'REPORT_BACK' | 'EXECUTION';

/** Kinds that have a term or a norm of their own. */
export type PlannedKind = Exclude<DeadlineKind, 'REPORT_BACK'>;

/**
 * When a deadline started at that instant ends. HANDLING_EXTENDED starts at the `dueAt` of the deadline it extends.
 * A kind that is only a norm (FIRST_CONTACT) ends with it.
 */
export function planDeadline(
  kind: PlannedKind,
  startedAt: Date,
  options: PlanOptions = {},
): Result<DeadlinePlan, 'CALENDAR_NOT_PUBLISHED'> {
  const calendars = options.calendars ?? officialCalendars;
  const rule = ruleFor(kind, localDate(startedAt), options.rules ?? ruleVersions);
  const start = startOf(rule, startedAt, options.startsAt ?? rule.startsAt[0], calendars);
  if (!start.ok) return start;

  const target = targetOf(rule, options.level);
  const term = termOf(rule, options) ?? target;
  if (!term) throw new RangeError(`${kind} has neither term nor norm`);

  const end = endOf(term, start.value, rule, calendars);
  if (!end.ok) return end;

  const norm = target ? endOf(target, start.value, rule, calendars) : null;
  if (norm && !norm.ok) return norm;

  return ok({
    kind,
    startedAt: start.value.at,
    ...end.value,
    targetAt: norm ? earlier(norm.value.dueAt, end.value.dueAt) : null,
    amount: term.amount,
    unit: term.unit,
    ruleVersion: rule.version,
    basis: rule.basis,
  });
}

/** A deadline whose last day (YYYY-MM-DD) the order or the opinion states: it stands as written, day off or not. */
export function planStatedDeadline(
  kind: StatedKind,
  startedAt: Date,
  dueOn: string,
  rules: readonly RuleVersion[] = ruleVersions,
): DeadlinePlan {
  const rule = ruleFor(kind, localDate(startedAt), rules);
  const lastDay = Temporal.PlainDate.from(dueOn);
  return {
    kind,
    startedAt,
    dueOn: lastDay.toString(),
    dueAt: startOfDay(lastDay.add({ days: 1 })),
    targetAt: null,
    amount: null,
    unit: 'DAY',
    ruleVersion: rule.version,
    calendarVersion: null,
    provisional: false,
    rolledFrom: null,
    basis: rule.basis,
  };
}

/** The day that is not counted, and the instant that stands in the record. */
type Start = Readonly<{ day: Temporal.PlainDate; at: Date }>;

function startOf(
  rule: RuleVersion,
  startedAt: Date,
  point: StartPoint,
  calendars: Calendars,
): Result<Start, 'CALENDAR_NOT_PUBLISHED'> {
  if (!rule.startsAt.includes(point)) throw new RangeError(`${rule.kind} does not start at ${point}`);
  if (point === 'ORIGINAL_DUE') return ok({ day: lastDayBefore(startedAt), at: startedAt });

  const day = localDate(startedAt);
  if (point !== 'REFERRAL_ISSUED') return ok({ day, at: startedAt });

  const effective = effectiveStart(calendars, startedAt);
  if (!effective.ok) return effective;
  return ok({ day: effective.value, at: effective.value.equals(day) ? startedAt : startOfDay(effective.value) });
}

const targetOf = (rule: RuleVersion, level: BureauLevel | undefined): Term | null =>
  rule.targetByLevel && level ? rule.targetByLevel[level] : rule.target;

function termOf(rule: RuleVersion, options: PlanOptions): Term | null {
  const supervised = options.supervision ? rule.amountBySupervision?.[options.supervision] : undefined;
  const amount = options.amount ?? supervised ?? rule.amount;
  if (amount === null) return null;

  return { amount: amount + Math.min(options.excludedDays ?? 0, rule.maxExcludedDays), unit: rule.unit };
}

type End = Pick<DeadlinePlan, 'dueOn' | 'dueAt' | 'calendarVersion' | 'provisional' | 'rolledFrom'>;

function endOf(
  { amount, unit }: Term,
  start: Start,
  rule: RuleVersion,
  calendars: Calendars,
): Result<End, 'CALENDAR_NOT_PUBLISHED'> {
  if (unit === 'MINUTE') return ok(endAfterMinutes(amount, start.at));
  return endAfterDays({ amount, unit }, start, rule, calendars);
}

function endAfterMinutes(amount: number, start: Date): End {
  const dueAt = new Date(start.getTime() + amount * 60_000);
  const dueOn = lastDayBefore(dueAt).toString();
  return { dueOn, dueAt, calendarVersion: null, provisional: false, rolledFrom: null };
}

function endAfterDays(
  term: Readonly<{ amount: number; unit: DayUnit }>,
  start: Start,
  rule: RuleVersion,
  calendars: Calendars,
): Result<End, 'CALENDAR_NOT_PUBLISHED'> {
  const due = dueDate(calendars, { ...term, start: start.day, roll: rule.rollPolicy });
  if (!due.ok) return due;

  return ok({
    dueOn: due.value.dueOn.toString(),
    dueAt: toDate(due.value.dueAt),
    calendarVersion: due.value.calendarVersion,
    provisional: due.value.provisional,
    rolledFrom: due.value.rolledFrom?.toString() ?? null,
  });
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
