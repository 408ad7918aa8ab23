import type { TestSubgraph } from '../test-subgraph.ts';
import { reviews, type Review } from './store.ts';

type ExhibitReference = Readonly<{ id: string; title?: string }>;

/** Adds fields to all exhibits without knowing their types: an interface object, with a required field. */
export const reviewsSubgraph: TestSubgraph = {
  name: 'reviews',
  // Apollo's executor forgets what an entity really is when it is told this.
  untoldType: 'Exhibit',
  typeDefs: /* GraphQL */ `
    type Query {
      topReviewed(first: Int = 3): [Exhibit!]!
      review(id: ID!): Review
    }
    type Mutation {
      addReview(exhibitId: ID!, stars: Int!): Review
    }
    type Exhibit @key(fields: "id") @interfaceObject {
      id: ID!
      title: String! @external
      reviews(first: Int = 2): [Review!]!
      score: Float
      headline: String @requires(fields: "title")
    }
    type Review @key(fields: "id") {
      id: ID!
      stars: Int!
      text: String
      exhibit: Exhibit
      author: Person
    }
    type Person @key(fields: "id") {
      id: ID!
      reviews: [Review!]
    }
  `,
  resolvers: {
    Query: {
      topReviewed: (_root: unknown, { first }: { first: number }) =>
        ['e2', 'e1', 'e3', 'e99'].slice(0, first).map((id) => ({ id })),
      review: (_root: unknown, { id }: { id: string }) => reviews.find((review) => review.id === id) ?? null,
    },
    Mutation: {
      addReview: (_root: unknown, { exhibitId, stars }: { exhibitId: string; stars: number }) => ({
        id: `r-${exhibitId}`,
        exhibitId,
        stars,
        text: null,
        authorId: 'p1',
      }),
    },
    Exhibit: {
      __resolveReference: (exhibit: ExhibitReference) => exhibit,
      reviews: ({ id }: ExhibitReference, { first }: { first: number }) => of(id).slice(0, first),
      score: ({ id }: ExhibitReference) => {
        const stars = of(id).map((review) => review.stars);
        return stars.length > 0 ? stars.reduce((sum, each) => sum + each, 0) / stars.length : null;
      },
      headline: ({ title, id }: ExhibitReference) => (title === undefined ? null : `${title} (${of(id).length})`),
    },
    Review: {
      __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id) ?? null,
      exhibit: ({ exhibitId }: Review) => ({ id: exhibitId }),
      author: ({ authorId }: Review) => authorId && { id: authorId },
    },
    Person: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      reviews: ({ id }: { id: string }) => (id === 'p5' ? null : reviews.filter((review) => review.authorId === id)),
    },
  },
};

const of = (exhibitId: string): readonly Review[] => reviews.filter((review) => review.exhibitId === exhibitId);
