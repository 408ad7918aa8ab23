import type { CalendarDay, WorkCalendar } from '@onevisit/calendar';
import type { FieldsOf } from '@onevisit/subgraph';
import { findWorkCalendar } from '../app/work-calendar/find-work-calendar.ts';
import type { CalendarDayResolvers, QueryResolvers, WorkCalendarResolvers } from './generated.ts';

export const workCalendarQueries = {
  workCalendar: (_, { year }, operation) => findWorkCalendar(operation, year),
} satisfies Partial<QueryResolvers>;

export const workCalendarFields: FieldsOf<WorkCalendarResolvers, WorkCalendar> = {
  __resolveReference: ({ year }, operation) => findWorkCalendar(operation, year),
  isProvisional: ({ provisional }) => provisional,
};

export const calendarDayFields: FieldsOf<CalendarDayResolvers, CalendarDay> = {
  isWorkingDay: ({ isOffDay }) => !isOffDay,
};
