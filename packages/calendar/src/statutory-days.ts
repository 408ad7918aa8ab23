import type { CalendarDay } from './year-table.ts';

/**
 * The 13 days that 全国年节及纪念日放假办法 (2024-11-10) 第二条 gives to everybody, in order of date. Two festivals on one
 * day give one day off here: only the State Council's notice moves the other.
 */
export function statutoryDays(year: number): readonly CalendarDay[] {
  const newYear = lunar(year, 'M01', 1);
  const days = [
    { name: '元旦', first: solar(year, 1, 1), length: 1 },
    { name: '春节', first: newYear.subtract({ days: 1 }), length: 4 },
    { name: '清明节', first: qingming(year), length: 1 },
    { name: '劳动节', first: solar(year, 5, 1), length: 2 },
    { name: '端午节', first: lunar(year, 'M05', 5), length: 1 },
    { name: '中秋节', first: lunar(year, 'M08', 15), length: 1 },
    { name: '国庆节', first: solar(year, 10, 1), length: 3 },
  ].flatMap(({ name, first, length }) =>
    Array.from({ length }, (_, index) => ({ name, date: first.add({ days: index }).toString() })),
  );

  const namesByDate = Map.groupBy(days, ({ date }) => date);
  return [...namesByDate]
    .map(([date, festivals]) => ({ name: festivals.map(({ name }) => name).join('、'), date, isOffDay: true }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const solar = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day });

// Temporal numbers a Chinese year by the ISO year it begins in.
const lunar = (year: number, monthCode: string, day: number) =>
  Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode, day }).withCalendar('iso8601');

/**
 * 清明, when the sun reaches 15 degrees of longitude, Beijing time: the almanac's formula for 2000 to 2099, which was
 * compared for each of these years with an astronomical computation.
 */
function qingming(year: number): Temporal.PlainDate {
  if (year < 2000 || year > 2099) throw new RangeError(`no formula for 清明 of ${year}`);
  const ofCentury = year - 2000;
  return solar(year, 4, Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4));
}
