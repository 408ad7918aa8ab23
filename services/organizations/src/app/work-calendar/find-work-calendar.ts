import { officialCalendars } from '@onevisit/calendar';
import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

/** Null for a year whose calendar is not published: nobody can count its working days yet. */
export const findWorkCalendar = query('calendar:read', async (_read: ServiceRead, year: number) => {
  const calendar = officialCalendars.calendarOf(year);
  return calendar.ok ? calendar.value : null;
});
