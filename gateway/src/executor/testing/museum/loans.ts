import type { TestSubgraph } from '../test-subgraph.ts';
import { exhibitOf, museums, people } from './store.ts';

type PaintingReference = Readonly<{ id: string; value?: number | null; maker?: { id: string } | null }>;
type CrateReference = Readonly<{ inventory: { series: string; number: number } }>;

/** Requires with arguments and through another object, a key in parts, unions of entities of several subgraphs. */
export const loansSubgraph: TestSubgraph = {
  name: 'loans',
  typeDefs: /* GraphQL */ `
    type Query {
      loans: [Loan!]
    }
    type Loan @key(fields: "id") {
      id: ID!
      lender: Lender
      exhibit: Lendable
      status: LoanStatus
    }
    enum LoanStatus {
      OUT
      BACK
      DISPUTED @inaccessible
    }
    union Lender = Person | Museum
    union Lendable = Painting | Sculpture
    type Painting @key(fields: "id") {
      id: ID!
      value(currency: Currency! = EUR): Int @external
      maker: Person @external
      size: Int @shareable
      insurance: Int @requires(fields: "value(currency: CNY)")
      signature: String @requires(fields: "maker { id }")
      loans: [Loan]
    }
    enum Currency {
      EUR
      CNY
    }
    type Sculpture @key(fields: "id") {
      id: ID!
      boxes: Int
    }
    type Crate @key(fields: "inventory { series number }") {
      inventory: Inventory!
      label: String!
      boxes: [Int]
    }
    type Inventory @shareable {
      series: String!
      number: Int!
    }
    type Person @key(fields: "id", resolvable: false) {
      id: ID!
    }
    type Museum @key(fields: "slug", resolvable: false) {
      slug: String!
    }
  `,
  resolvers: {
    Query: { loans: () => [0, 1, 2, 3, 4].map(loan) },
    Loan: { __resolveReference: ({ id }: { id: string }) => loan(Number(id.slice(1))) },
    Lender: { __resolveType: ({ slug }: { slug?: string }) => (slug === undefined ? 'Person' : 'Museum') },
    Lendable: { __resolveType: ({ kind }: { kind: string }) => kind },
    Painting: {
      __resolveReference: (given: PaintingReference) => ({ ...exhibitOf(given.id), ...given }),
      size: ({ id }: PaintingReference) => exhibitOf(id)?.size ?? 0,
      insurance: ({ value }: PaintingReference) => (value === null || value === undefined ? null : value / 10),
      signature: ({ maker }: PaintingReference) => maker && `signed by ${maker.id}`,
      loans: ({ id }: PaintingReference) => (id === 'e3' ? null : [loan(id === 'e1' ? 0 : 2), null]),
    },
    Sculpture: {
      __resolveReference: ({ id }: { id: string }) => exhibitOf(id),
      boxes: ({ number }: { number: number }) => (number === 5 ? 0 : number),
    },
    Crate: {
      __resolveReference: ({ inventory: { series, number } }: CrateReference) => ({
        id: `${series}-${number}`,
        inventory: { of: `${series}-${number}`, series, number },
      }),
      label: ({ inventory }: CrateReference) => `crate ${inventory.series}/${inventory.number}`,
      boxes: ({ inventory }: CrateReference) => [inventory.number, null, 3],
    },
  },
};

function loan(at: number) {
  const slug = museums[at % 4]?.slug;
  return {
    id: `l${at}`,
    lender: at === 3 ? null : at % 2 === 0 ? { id: people[at]?.id } : { id: slug, slug },
    exhibit: exhibitOf(`e${at + 1}`),
    status: ['OUT', 'BACK', 'DISPUTED', null][at % 4] ?? null,
  };
}
