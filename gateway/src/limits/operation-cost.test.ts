import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { pricesOf } from './list-sizes.ts';
import { costOf } from './operation-cost.ts';

const sdl = `
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  directive @cost(weight: String!) on FIELD_DEFINITION | OBJECT
  type Query {
    cases(first: Int! = 20): Connection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    areas: [Area!] @listSize(assumedSize: 8)
    unbounded: [Area!]
  }
  type Mutation { openCase: Area }
  type Connection { edges: [Edge!]! pageInfo: Area }
  type Edge { node: Case }
  type Case { id: ID! title: String claims: [Area!] @listSize(assumedSize: 3) }
  type Area { code: ID! }
`;
const schema = buildSchema(sdl);

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(text);
  const [operation] = definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  if (!operation) throw new Error('no operation');
  const byName = new Map(fragments.map((each) => [each.name.value, each]));
  return costOf(schema, pricesOf(sdl), { operation, fragments: byName, variables });
}

describe('costOf', () => {
  it('a page costs what it may hold: its argument, its variable, or its default', () => {
    const page = (first: string): string => `{ cases${first} { edges { node { id } } } }`;
    expect(cost(page('(first: 5)'))).toBe(1 + 5 * 2);
    expect(cost(page(''))).toBe(1 + 20 * 2);
    expect(cost('query ($n: Int!) { cases(first: $n) { edges { node { id } } } }', { n: 100 })).toBe(1 + 100 * 2);
  });

  it('lists within a page multiply', () => {
    expect(cost('{ cases(first: 10) { edges { node { claims { code } } } } }')).toBe(1 + 10 * (1 + 1 + 3));
  });

  it('what stands beside the slice is not multiplied by it', () => {
    expect(cost('{ cases(first: 50) { pageInfo { code } } }')).toBe(1 + 1);
  });

  it('a list that says nothing of its size is taken for a long one', () => {
    expect(cost('{ areas { code } unbounded { code } }')).toBe(8 + 100);
  });

  it('fragments cost what they spread, each time', () => {
    const text =
      '{ a: cases(first: 2) { ...f } b: cases(first: 4) { ...f } } fragment f on Connection { edges { node { id } } }';
    expect(cost(text)).toBe(1 + 2 * 2 + 1 + 4 * 2);
  });

  it('an act costs ten', () => {
    expect(cost('mutation { openCase { code } }')).toBe(10);
  });
});
