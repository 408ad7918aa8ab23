import type { TestSubgraph } from '../test-subgraph.ts';

type Reference = Readonly<Record<string, unknown>>;

/** Requires lists and prices with fixed arguments, which clients ask for with others. */
export const postsGraph: readonly TestSubgraph[] = [
  {
    name: 'posts',
    typeDefs: /* GraphQL */ `
      type Query {
        posts: [Post!]!
      }
      type Post @key(fields: "id") {
        id: ID!
        comments(limit: Int!): [Comment] @external
        secret: String @external
        cost(in: String!): Int @external
        lastAuthor: String @requires(fields: "comments(limit: 3) { authorId }")
        summary: String @requires(fields: "secret")
        euros: Int @requires(fields: "cost(in: \\"EUR\\")")
        yuan: Int @requires(fields: "cost(in: \\"CNY\\")")
      }
      type Comment @key(fields: "id", resolvable: false) {
        id: ID!
        authorId: ID @external
      }
    `,
    resolvers: {
      Query: { posts: () => [{ id: 'p1' }, { id: 'p2' }] },
      Post: {
        __resolveReference: (reference: Reference) => reference,
        lastAuthor: ({ comments }: { comments: readonly { authorId: string }[] }) => comments.at(2)?.authorId,
        summary: ({ secret }: { secret: string }) => `${secret.length} characters`,
        euros: ({ cost }: { cost: number }) => cost,
        yuan: ({ cost }: { cost: number }) => cost,
      },
    },
  },
  {
    name: 'comments',
    typeDefs: /* GraphQL */ `
      type Post @key(fields: "id") {
        id: ID!
        comments(limit: Int!): [Comment]
        secret: String @inaccessible
        cost(in: String!): Int
        title: String
      }
      type Comment @key(fields: "id") {
        id: ID!
        authorId: ID
      }
    `,
    resolvers: {
      Post: {
        __resolveReference: (reference: Reference) => reference,
        comments: ({ id }: Reference, { limit }: { limit: number }) =>
          Array.from({ length: limit }, (_, at) => ({ id: `${String(id)}c${at}`, authorId: `a${at}` })),
        secret: ({ id }: Reference) => `secret of ${String(id)}`,
        cost: ({ id }: Reference, given: { in: string }) => (given.in === 'EUR' ? 1 : 8) * (id === 'p1' ? 10 : 20),
        title: ({ id }: Reference) => `p${id === 'p1' ? 2 : 1}`,
      },
      Comment: { __resolveReference: ({ id }: Reference) => ({ id, authorId: 'a9' }) },
    },
  },
];
