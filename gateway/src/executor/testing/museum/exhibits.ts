import type { TestSubgraph } from '../test-subgraph.ts';
import { exhibitOf, exhibits, type Exhibit } from './store.ts';

/** Interfaces with keys, a union, an enum with a value that is not for clients, a key of two parts in an object. */
export const exhibitsSubgraph: TestSubgraph = {
  name: 'exhibits',
  typeDefs: /* GraphQL */ `
    type Query {
      exhibits(first: Int = 3, from: Int = 0): [Exhibit!]!
      exhibit(id: ID!): Exhibit
      pieces(kinds: [Kind!]): [Piece]
      grid: [[Exhibit!]]
      painting(id: ID!): Painting
      appraisal(input: AppraisalInput!): Int
    }
    type Mutation {
      moveExhibit(id: ID!, year: Int): Exhibit
      retitle(id: ID!, title: String!): Painting
    }
    enum Kind {
      PAINTING
      SCULPTURE
    }
    enum Condition {
      GOOD
      WORN
      LOST
      SECRET @inaccessible
    }
    input AppraisalInput {
      id: ID!
      factor: Int = 2
      notes: [String!]
    }
    interface Exhibit @key(fields: "id") {
      id: ID!
      title: String!
      year: Int
      condition: Condition
      related(first: Int = 2): [Exhibit!]!
    }
    type Painting implements Exhibit @key(fields: "id") {
      id: ID!
      title: String!
      year: Int
      condition: Condition
      related(first: Int = 2): [Exhibit!]!
      maker: Person
      museum: Museum
      medium: String
      size: Int! @shareable
      value(currency: Currency! = EUR): Int
    }
    enum Currency {
      EUR
      CNY
    }
    type Sculpture implements Exhibit @key(fields: "id") {
      id: ID!
      title: String!
      year: Int
      condition: Condition
      related(first: Int = 2): [Exhibit!]!
      crate: Crate
      museum: Museum
      weight: Float
      size: Int
    }
    type Crate @key(fields: "inventory { series number }") {
      inventory: Inventory!
      sealed: Boolean
    }
    type Inventory @shareable {
      series: String!
      number: Int!
    }
    union Piece = Painting | Sculpture | Person
    type Person @key(fields: "id", resolvable: false) {
      id: ID!
    }
    type Museum @key(fields: "id", resolvable: false) {
      id: ID!
    }
  `,
  resolvers: {
    Query: {
      exhibits: (_root: unknown, { first, from }: { first: number; from: number }) =>
        exhibits.slice(from, from + first),
      exhibit: (_root: unknown, { id }: { id: string }) => exhibitOf(id),
      painting: (_root: unknown, { id }: { id: string }) => {
        const found = exhibitOf(id);
        return found?.kind === 'Painting' ? found : null;
      },
      pieces: (_root: unknown, { kinds }: { kinds?: readonly string[] }) => [
        ...exhibits.filter(({ kind }) => kinds?.includes(kind.toUpperCase()) ?? true).slice(0, 4),
        null,
        { __typename: 'Person', id: 'p3' },
        { __typename: 'Person', id: 'p3' },
      ],
      grid: () => [exhibits.slice(0, 2), null, [], exhibits.slice(1, 4)],
      appraisal: (_root: unknown, { input }: { input: { id: string; factor: number; notes?: readonly string[] } }) =>
        (exhibitOf(input.id)?.number ?? 0) * input.factor + (input.notes?.length ?? 0),
    },
    Mutation: {
      moveExhibit: (_root: unknown, { id, year }: { id: string; year?: number }) => {
        const moved = exhibitOf(id);
        return moved && { ...moved, year: year ?? null };
      },
      retitle: (_root: unknown, { id, title }: { id: string; title: string }) => {
        const found = exhibitOf(id);
        return found?.kind === 'Painting' ? { ...found, title } : null;
      },
    },
    Exhibit: {
      __resolveType: ({ kind }: Exhibit) => kind,
      __resolveReference: ({ id }: { id: string }) => exhibitOf(id),
    },
    Piece: { __resolveType: (piece: Record<string, unknown>) => piece['__typename'] ?? piece['kind'] },
    Painting: {
      __resolveReference: ({ id }: { id: string }) => exhibitOf(id),
      related,
      maker: ({ makerId }: Exhibit) => makerId && { id: makerId },
      museum: ({ museumId }: Exhibit) => museumId && { id: museumId },
      medium: ({ number }: Exhibit) => (number % 3 === 0 ? null : 'oil "on" canvas'),
      value: ({ number }: Exhibit, { currency }: { currency: string }) => number * (currency === 'EUR' ? 100 : 800),
    },
    Sculpture: {
      __resolveReference: ({ id }: { id: string }) => exhibitOf(id),
      related,
      crate: ({ id, series, number }: Exhibit) => (number === 7 ? null : crateOf({ of: id, series, number })),
      museum: ({ museumId }: Exhibit) => museumId && { id: museumId },
      weight: ({ number }: Exhibit) => (number === 3 ? null : number / 2),
    },
    Crate: {
      __resolveReference: ({ inventory }: { inventory: { series: string; number: number } }) =>
        crateOf({ of: `crate${inventory.number}`, ...inventory }),
    },
  },
};

const crateOf = (inventory: { of: string; series: string; number: number }) => ({
  id: `${inventory.series}-${inventory.number}`,
  inventory,
  sealed: inventory.number !== 5,
});

function related({ relatedIds }: Exhibit, { first }: { first: number }): readonly (Exhibit | null)[] {
  return relatedIds.slice(0, first).map(exhibitOf);
}
