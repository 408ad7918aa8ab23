import type { TestSubgraph } from '../test-subgraph.ts';
import { museumOf, museums } from './store.ts';

type MuseumReference = Readonly<{ slug: string; hours?: number | null; size?: { rooms: number } | null }>;

/** Knows museums by their other key; computes from what others know; took a field over; provides another's field. */
export const ticketsSubgraph: TestSubgraph = {
  name: 'tickets',
  typeDefs: /* GraphQL */ `
    type Query {
      tickets: [Ticket!]!
      bestTicket: Priced
      oldest: Museum @shareable
    }
    type Mutation {
      buyTicket(museum: String!, count: Int = 1): Ticket
      refund(id: ID!): Ticket!
    }
    interface Priced {
      price: Int
    }
    type Ticket implements Priced @key(fields: "id") {
      id: ID!
      price: Int
      museum: Museum! @provides(fields: "name")
      pass: Priced
      extra: JSON
    }
    type Pass implements Priced {
      price: Int
      holder: Person
    }
    scalar JSON
    type Museum @key(fields: "slug") {
      slug: String!
      name: String @external
      hours: Int @external
      size: MuseumSize @external
      fee: Int @requires(fields: "hours")
      groupFee(persons: Int = 2): Int! @requires(fields: "hours size { rooms }")
      phone: String @override(from: "museums")
      address: Address @shareable
    }
    type MuseumSize {
      rooms: Int! @external
    }
    type Address {
      street: String! @shareable
      zip: String
    }
    type Person @key(fields: "email", resolvable: false) {
      email: String!
    }
  `,
  resolvers: {
    Query: {
      tickets: () => museums.map(({ slug }, at) => ticket(`t${at + 1}`, slug)),
      bestTicket: () => ticket('t1', 'museum-1'),
      oldest: () => reference('museum-2'),
    },
    Mutation: {
      buyTicket: (_root: unknown, given: { museum: string; count: number }) => ticket(`t-${given.count}`, given.museum),
      refund: (_root: unknown, { id }: { id: string }) => (id === 't9' ? null : ticket(id, 'museum-1')),
    },
    Priced: { __resolveType: ({ holder }: { holder?: unknown }) => (holder === undefined ? 'Ticket' : 'Pass') },
    Ticket: {
      __resolveReference: ({ id }: { id: string }) => ticket(id, 'museum-2'),
    },
    Museum: {
      __resolveReference: (given: MuseumReference) => ({ ...reference(given.slug), ...given }),
      fee: ({ hours }: MuseumReference) => (hours === null || hours === undefined ? null : hours * 3),
      groupFee: ({ hours, size }: MuseumReference, { persons }: { persons: number }) =>
        (hours ?? 1) * (size?.rooms ?? 1) * persons,
      phone: ({ slug }: MuseumReference) => (slug === 'museum-1' ? null : `phone of ${slug}`),
    },
  },
};

function reference(slug: string) {
  const museum = museums.find((each) => each.slug === slug) ?? null;
  return {
    id: museum?.id ?? slug,
    slug,
    name: museum?.name ?? null,
    address: museumOf(museum?.id ?? null)?.address ?? null,
  };
}

const ticket = (id: string, slug: string) => ({
  id,
  price: id === 't2' ? null : 10 * slug.length,
  museum: reference(slug),
  pass:
    id === 't3' ? null : { id: `pass of ${id}`, price: 5, holder: id === 't4' ? null : { email: 'p2@museum.example' } },
  extra: { nested: { of: id, list: [1, 'two', null] } },
});
