import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { GraphQLError, Kind } from 'graphql';
import { dateScalar, dateTimeScalar } from './scalars.ts';

const literal = (value: string) => ({ kind: Kind.STRING, value }) as const;

describe('DateTime', () => {
  it.each([
    ['2026-05-09T08:00:00+08:00', '2026-05-09T00:00:00.000Z'],
    ['2026-05-09T00:00:00Z', '2026-05-09T00:00:00.000Z'],
    ['2026-05-09T00:00:00.1234567Z', '2026-05-09T00:00:00.123Z'],
    ['2024-02-29T23:59:59-12:00', '2024-03-01T11:59:59.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('reads %s', (text, utc) => {
    const instant = dateTimeScalar.parseValue(text);
    expect(instant).toEqual(new Date(utc));
    expect(dateTimeScalar.parseLiteral(literal(text))).toEqual(instant);
    expect(dateTimeScalar.serialize(instant)).toBe(utc);
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-05-09T24:00:00Z',
    '2026-05-09T00:60:00Z',
    '2026-05-09T00:00:00',
    '2026-05-09 00:00:00Z',
    '2026-05-09',
    '2026-05-09T00:00:00+8',
    '2026-05-09T00:00:00+25:00',
    '0000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '+10000-01-01T00:00:00Z',
    ' 2026-05-09T00:00:00Z',
    '2026-05-09T00:00:00Z\n',
    '2026-05-09T00:00:00Z[u-ca=chinese]',
    '',
    1_767_225_600_000,
    true,
    null,
    {},
    ['2026-05-09T00:00:00Z'],
  ])('refuses %j', (value) => {
    expect(() => dateTimeScalar.parseValue(value)).toThrow(GraphQLError);
  });

  it('refuses a literal of another kind', () => {
    expect(() => dateTimeScalar.parseLiteral({ kind: Kind.INT, value: '2026' })).toThrow(GraphQLError);
  });

  it('comes back from what it gave out', () => {
    const between = { min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(between), (instant) => {
        expect(dateTimeScalar.parseValue(dateTimeScalar.serialize(instant))).toEqual(instant);
      }),
    );
  });
});

describe('Date', () => {
  it.each(['2026-05-09', '2024-02-29', '0001-01-01', '9999-12-31'])('reads %s', (day) => {
    expect([dateScalar.parseValue(day), dateScalar.parseLiteral(literal(day)), dateScalar.serialize(day)]).toEqual([
      day,
      day,
      day,
    ]);
  });

  it.each([
    '2026-02-29',
    '2026-04-31',
    '2026-00-01',
    '2026-1-1',
    '20260509',
    '0000-01-01',
    '2026-05-09T00:00:00Z',
    '',
    5,
    null,
  ])('refuses %j', (value) => {
    expect(() => dateScalar.parseValue(value)).toThrow(GraphQLError);
  });
});

describe('scalars', () => {
  it('refuse whatever is made up with BAD_USER_INPUT, and never fail otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), (value) => {
        const outcomes = [dateTimeScalar, dateScalar].map((scalar) => outcomeOf(() => scalar.parseValue(value)));
        expect(outcomes).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
      }),
    );
  });
});

function outcomeOf(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error;
  }
}
