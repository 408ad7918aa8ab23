import type { TestSubgraph } from '../test-subgraph.ts';
import { exhibitsSubgraph } from './exhibits.ts';
import { loansSubgraph } from './loans.ts';
import { museumsSubgraph } from './museums.ts';
import { peopleSubgraph } from './people.ts';
import { reviewsSubgraph } from './reviews.ts';
import { ticketsSubgraph } from './tickets.ts';

export const museumSubgraphs: readonly TestSubgraph[] = [
  exhibitsSubgraph,
  peopleSubgraph,
  museumsSubgraph,
  ticketsSubgraph,
  reviewsSubgraph,
  loansSubgraph,
];
