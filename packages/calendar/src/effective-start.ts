import { ok, type Result } from '@onevisit/kernel';
import { localDate, localTime } from './shanghai.ts';
import type { Calendars } from './work-calendar.ts';

/**
 * The day on which what was issued in the system counts as received: that day, or the next working day when it came
 * after office hours or on a day off.
 */
export function effectiveStart(
  calendars: Calendars,
  issuedAt: Date,
): Result<Temporal.PlainDate, 'CALENDAR_NOT_PUBLISHED'> {
  const isAfterHours = Temporal.PlainTime.compare(localTime(issuedAt), endOfOfficeHours) > 0;
  const first = localDate(issuedAt).add({ days: isAfterHours ? 1 : 0 });

  for (let day = first; ; day = day.add({ days: 1 })) {
    const calendar = calendars.calendarOf(day.year);
    if (!calendar.ok) return calendar;
    if (calendar.value.isWorkingDay(day)) return ok(day);
  }
}

const endOfOfficeHours = Temporal.PlainTime.from('17:00');
