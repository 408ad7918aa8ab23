import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { sizeOf } from './document-size.ts';

const size = (text: string) => sizeOf(parse(text));

describe('sizeOf', () => {
  it('counts fields, aliases and depth with fragments written out', () => {
    expect(size('{ a { b: c ...f ... on T { d } } e } fragment f on T { g { h } }')).toEqual({
      depth: 3,
      aliases: 1,
      rootFields: 2,
      selections: 6,
      directives: 0,
      fragments: 1,
      operations: 1,
    });
  });

  it('measures twenty levels of doubled fragments without writing them out', () => {
    const levels = Array.from(
      { length: 20 },
      (_, at) => `fragment f${at} on T { a: x { ...f${at + 1} } b: x { ...f${at + 1} } }`,
    );
    const bomb = `{ x { ...f0 } } ${levels.join(' ')} fragment f20 on T { y }`;
    expect(size(bomb)).toMatchObject({ depth: 22, selections: 2 ** 22 - 1 - 2 ** 20 });
  });

  it('a circle of fragments is endless', () => {
    expect(size('{ ...a } fragment a on T { x { ...b } } fragment b on T { y { ...a } }').selections).toBe(Infinity);
  });

  it('finds the place with the most directives, in fragments too', () => {
    expect(size('query q @a { x @b @c ...f } fragment f on T { y @d @e @g }').directives).toBe(3);
  });

  it('takes the largest of several operations', () => {
    expect(size('query a { x } query b { y { z } w }')).toMatchObject({ depth: 2, rootFields: 2, operations: 2 });
  });
});
