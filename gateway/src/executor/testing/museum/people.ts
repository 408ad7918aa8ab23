import type { TestSubgraph } from '../test-subgraph.ts';
import { people, personOf, type Person, type TeamKey } from './store.ts';

/** Two keys, entities within themselves, a key that reaches into another object, a field that is not for clients. */
export const peopleSubgraph: TestSubgraph = {
  name: 'people',
  typeDefs: /* GraphQL */ `
    type Query {
      people(first: Int = 3): [Person]
      person(email: String!): Person
      whoIs(ids: [ID!]!): [Lender]
    }
    type Mutation {
      rename(id: ID!, name: String): Person
    }
    type Person @key(fields: "id") @key(fields: "email") {
      id: ID!
      email: String!
      name: String
      boss: Person
      team: Team
      salary: Int @inaccessible
    }
    type Team @key(fields: "code museum { id }") {
      code: String!
      museum: Museum
      head: Person
    }
    type Museum @key(fields: "id", resolvable: false) {
      id: ID!
    }
    union Lender = Person | Museum
  `,
  resolvers: {
    Query: {
      people: (_root: unknown, { first }: { first: number }) => [...people.slice(0, first), null],
      person: (_root: unknown, { email }: { email: string }) => people.find((person) => person.email === email) ?? null,
      whoIs: (_root: unknown, { ids }: { ids: readonly string[] }) =>
        ids.map((id) => (id.startsWith('m') ? { __typename: 'Museum', id } : personOf(id))),
    },
    Mutation: {
      rename: (_root: unknown, { id, name }: { id: string; name?: string }) => {
        const renamed = personOf(id);
        return renamed && { ...renamed, name: name ?? null };
      },
    },
    Lender: { __resolveType: (lender: Record<string, unknown>) => lender['__typename'] ?? 'Person' },
    Person: {
      __resolveReference: ({ id, email }: { id?: string; email?: string }) =>
        people.find((person) => person.id === id || person.email === email) ?? null,
      boss: ({ bossId }: Person) => personOf(bossId),
      team: ({ team }: Person) => team && teamOf(team),
      salary: ({ id }: Person) => id.length * 1000,
    },
    Team: {
      __resolveReference: ({ code, museum }: { code: string; museum: { id: string } }) =>
        teamOf({ code, museumId: museum.id }),
      head: ({ code }: TeamKey) => personOf(code === 'T0' ? 'p1' : null),
    },
  },
};

const teamOf = ({ code, museumId }: TeamKey) => ({
  id: `${code}@${museumId}`,
  code,
  museumId,
  museum: { id: museumId },
});
