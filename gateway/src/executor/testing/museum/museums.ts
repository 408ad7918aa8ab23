import type { TestSubgraph } from '../test-subgraph.ts';
import { museumOf, museums, type Museum, type Room } from './store.ts';

/** Shared value types, fields that another subgraph takes over, lists of entities with gaps. */
export const museumsSubgraph: TestSubgraph = {
  name: 'museums',
  typeDefs: /* GraphQL */ `
    type Query {
      museums: [Museum!]!
      museum(slug: String!): Museum
      oldest: Museum @shareable
    }
    type Museum @key(fields: "id") @key(fields: "slug") {
      id: ID!
      slug: String!
      name: String @shareable
      phone: String
      hours: Int
      rooms: [Room!]!
      address: Address @shareable
      curator: Person
      size: MuseumSize
    }
    type MuseumSize {
      rooms: Int!
      floors: Int
    }
    type Room {
      number: Int!
      paintings: [Painting]
    }
    type Address {
      street: String! @shareable
      city: String
    }
    type Person @key(fields: "id", resolvable: false) {
      id: ID!
    }
    type Painting @key(fields: "id", resolvable: false) {
      id: ID!
    }
  `,
  resolvers: {
    Query: {
      museums: () => museums,
      museum: (_root: unknown, { slug }: { slug: string }) => museums.find((museum) => museum.slug === slug) ?? null,
      oldest: () => museumOf('m2'),
    },
    Museum: {
      __resolveReference: ({ id, slug }: { id?: string; slug?: string }) =>
        museums.find((museum) => museum.id === id || museum.slug === slug) ?? null,
      phone: () => 'phone of museums, which is no longer asked',
      curator: ({ curatorId }: Museum) => curatorId && { id: curatorId },
      size: ({ id, rooms }: Museum) =>
        id === 'm3' ? null : { of: id, rooms: rooms.length, floors: id === 'm1' ? null : 2 },
    },
    Room: {
      paintings: ({ exhibitIds }: Room) => exhibitIds.map((id) => (id === 'e2' ? null : id && { id })),
    },
  },
};
