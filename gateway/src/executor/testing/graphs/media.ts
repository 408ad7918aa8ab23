import type { TestSubgraph } from '../test-subgraph.ts';

type Reference = Readonly<{ id: string; title?: string; shelf?: Readonly<{ row: number }> }>;

const songOrFilm = ({ id }: Reference): string => (id.startsWith('s') ? 'Song' : 'Film');
const media = (id: string) => ({ id, title: `title of ${id}`, minutes: 3, length: 90, shelf: { row: id.length } });

/** Interfaces with keys, of which two subgraphs know nothing but that they have one; a union; keys of two kinds. */
export const mediaGraph: readonly TestSubgraph[] = [
  {
    name: 'media',
    typeDefs: /* GraphQL */ `
      type Query {
        media: [Media!]!
        song: Song
      }
      interface Media @key(fields: "id") {
        id: ID!
        title: String!
      }
      type Song implements Media @key(fields: "id") @key(fields: "shelf { row }") {
        id: ID!
        title: String!
        minutes: Int
        shelf: Shelf!
      }
      type Film implements Media @key(fields: "id") {
        id: ID!
        title: String!
        length: Int
      }
      type Shelf @shareable {
        row: Int!
      }
    `,
    resolvers: {
      Query: { media: () => [media('s1'), media('f1')], song: () => media('s1') },
      Media: { __resolveType: songOrFilm, __resolveReference: ({ id }: Reference) => (id ? media(id) : null) },
      Song: { __resolveReference: ({ id, shelf }: Reference) => media(shelf ? `s${shelf.row}` : id) },
      Film: { __resolveReference: ({ id }: Reference) => media(id) },
    },
  },
  {
    name: 'ratings',
    typeDefs: /* GraphQL */ `
      type Query {
        best: [Media!]!
      }
      type Media @key(fields: "id") @interfaceObject {
        id: ID!
        title: String! @external
        stars: Int
        headline: String @requires(fields: "title")
      }
    `,
    resolvers: {
      Query: { best: () => [{ id: 's1' }, { id: 'f1' }] },
      Media: {
        __resolveReference: (reference: Reference) => reference,
        stars: ({ id }: Reference) => id.length,
        headline: ({ title }: Reference) => `about ${title}`,
      },
    },
  },
  {
    name: 'loans',
    typeDefs: /* GraphQL */ `
      type Query {
        lent: [Lent]
      }
      union Lent = Song | Film
      type Song @key(fields: "shelf { row }") {
        shelf: Shelf!
        box: Int
      }
      type Film @key(fields: "id") {
        id: ID!
        box: Int!
      }
      type Shelf @shareable {
        row: Int!
      }
    `,
    resolvers: {
      Query: {
        lent: () => [
          { __typename: 'Song', shelf: { row: 1 }, box: 0 },
          { __typename: 'Film', id: 'f1', box: 0 },
        ],
      },
      Song: { __resolveReference: ({ shelf }: Reference) => ({ shelf, box: 0 }) },
      Film: { __resolveReference: ({ id }: Reference) => ({ id, box: 0 }) },
    },
  },
];
