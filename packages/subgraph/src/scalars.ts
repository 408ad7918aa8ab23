import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { graphError } from './errors.ts';

/** An instant: RFC 3339 with its offset, given out in UTC. */
export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'string') return value;
    throw new TypeError('DateTime is neither a Date nor a string');
  },
  parseValue: (value) => parsedInstant(value),
  parseLiteral: (node) => parsedInstant(textOf(node)),
});

/** A day of the calendar in Shanghai: `2026-05-09`. */
export const dateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) => {
    if (typeof value === 'string') return value.slice(0, 10);
    throw new TypeError('Date is not a string');
  },
  parseValue: (value) => parsedDay(value),
  parseLiteral: (node) => parsedDay(textOf(node)),
});

export const scalars = { DateTime: dateTimeScalar, Date: dateScalar };

const instantPattern = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const dayPattern = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

function parsedInstant(value: unknown): Date {
  try {
    return new Date(Temporal.Instant.from(matching(instantPattern, value)).epochMilliseconds);
  } catch {
    throw graphError('BAD_USER_INPUT', badInstant);
  }
}

function parsedDay(value: unknown): string {
  try {
    return Temporal.PlainDate.from(matching(dayPattern, value), { overflow: 'reject' }).toString();
  } catch {
    throw graphError('BAD_USER_INPUT', badDay);
  }
}

function matching(pattern: RegExp, value: unknown): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new TypeError('another form');
  return value;
}

const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : null);

const badInstant = {
  zh: '时间格式应为 2026-05-09T08:00:00+08:00。',
  en: 'A time is written 2026-05-09T08:00:00+08:00.',
};
const badDay = { zh: '日期格式应为 2026-05-09。', en: 'A day is written 2026-05-09.' };
