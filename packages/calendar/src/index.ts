export { colorOf, lateByDays, remainingDays, type DeadlineColor } from './deadline-progress.ts';
export { createCalendars, officialCalendars, type Calendars, type WorkCalendar } from './work-calendar.ts';
export { deadlineKinds, type DeadlineKind } from './deadline-kind.ts';
export { dueDate, type DayTerm, type DayUnit, type DueDate, type RollPolicy, type RollReason } from './due-date.ts';
export { effectiveStart } from './effective-start.ts';
export { daysLater, lastDayBefore, localDate, localTime, startOfDay } from './shanghai.ts';
export { officialTables } from './tables/official-tables.ts';
export {
  planDeadline,
  planStatedDeadline,
  type DeadlinePlan,
  type PlannedKind,
  type PlanOptions,
  type StatedKind,
} from './plan-deadline.ts';
export { ruleFor } from './rule-for.ts';
export { ruleVersions } from './rule-versions.ts';
export type { CalendarDay, OfficialTable, YearTable } from './year-table.ts';
export type {
  BureauLevel,
  DeadlineOwner,
  LapseEffect,
  RuleLevel,
  RuleVersion,
  StartPoint,
  SupervisionKind,
  Term,
  TermUnit,
  TimeFailureKind,
} from './rule-version.ts';
