/** The one place where instants and days meet: every day in this system is a day in Asia/Shanghai. */
const timeZone = 'Asia/Shanghai';

/** The day it was in Shanghai at that instant. */
export const localDate = (instant: Date): Temporal.PlainDate => localDateTime(instant).toPlainDate();

/** The time that clocks in Shanghai showed at that instant. */
export const localTime = (instant: Date): Temporal.PlainTime => localDateTime(instant).toPlainTime();

/** The first instant of the day in Shanghai. */
export const startOfDay = (day: Temporal.PlainDate): Date => toDate(firstInstantOf(day));

export const firstInstantOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone }).toInstant();

/** The last day of a term that ends at that instant: midnight closes the day before it. */
export const lastDayBefore = (end: Date): Temporal.PlainDate => localDate(new Date(end.getTime() - 1));

export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

/** The same time of day so many days later. */
export const daysLater = (instant: Date, days: number): Date =>
  toDate(localDateTime(instant).add({ days }).toInstant());

const localDateTime = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
