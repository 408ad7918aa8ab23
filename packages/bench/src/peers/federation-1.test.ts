import { describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { federation1Sdl } from './federation-1.ts';
import { subgraphSdl } from './schemas.ts';

const printed = (sdl: string): string => print(parse(sdl));

describe('a schema of Federation 2, written as Federation 1', () => {
  it('owns a type by its first key, and extends what others own with the key marked as external', () => {
    const sdl = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])
      type Query
      extend type Query { cases(first: Int! = 20): [Case!]! @listSize(assumedSize: 20) }
      type Case @key(fields: "id") @key(fields: "caseNo") { id: ID! caseNo: ID! handler: Staff }
      type Staff @key(fields: "id", resolvable: false) { id: ID! }
      extend type Organization @key(fields: "id") { id: ID! open: Int }`;
    expect(federation1Sdl(sdl)).toBe(
      printed(`
        extend type Query { cases(first: Int! = 20): [Case!]! }
        type Case @key(fields: "id") { id: ID! caseNo: ID! handler: Staff }
        extend type Staff @key(fields: "id") { id: ID! @external }
        extend type Organization @key(fields: "id") { id: ID! @external open: Int }`),
    );
  });

  it.each(['cases', 'innovation', 'organizations', 'staff-care'])('leaves no other directive in that of %s', (name) => {
    const sdl = federation1Sdl(subgraphSdl(name));
    expect(printed(sdl).match(/@(?!key\b|external\b)\w+/g)).toBeNull();
  });
});
