import type { TestSubgraph } from '../test-subgraph.ts';

type Reference = Readonly<{ id?: string; code?: Readonly<{ two?: string; three?: string }>; name?: string }>;

const code = { one: '1', two: '2', three: '3' };

/** Two subgraphs that know a part by several keys, of which each resolves one alone. */
export const partsGraph: readonly TestSubgraph[] = [
  {
    name: 'catalogue',
    typeDefs: /* GraphQL */ `
      type Query {
        part: Part
      }
      type Part
        @key(fields: "id")
        @key(fields: "code { one two }", resolvable: false)
        @key(fields: "id code { two three }", resolvable: false) {
        id: ID!
        code: Code!
        name: String!
      }
      type Code @shareable {
        one: ID!
        two: ID!
        three: ID!
      }
    `,
    resolvers: {
      Query: { part: () => ({ id: '1', code, name: 'part 1' }) },
      Part: { __resolveReference: ({ id }: Reference) => ({ id, code, name: `part ${id}` }) },
    },
  },
  {
    name: 'machines',
    typeDefs: /* GraphQL */ `
      type Query {
        machine: Machine
      }
      type Machine {
        parts: [Part!]!
      }
      type Part
        @key(fields: "code { one two }", resolvable: false)
        @key(fields: "id code { two three }")
        @key(fields: "id", resolvable: false) {
        id: ID!
        code: Code!
        name: String! @external
        label: String! @requires(fields: "name")
      }
      type Code @shareable {
        one: ID!
        two: ID!
        three: ID!
      }
    `,
    resolvers: {
      Query: { machine: () => ({ parts: [{ id: '1', code }] }) },
      Part: {
        __resolveReference: (part: Reference) => {
          if (!part.id || !part.code?.two || !part.code.three) throw new Error('not a key that is resolved here');
          return part;
        },
        label: ({ name }: Reference) => `machine ${name}`,
      },
    },
  },
];
