import type { Viewer } from '@onevisit/kernel';
import type { MaskedResult, SubgraphRequest } from '@onevisit/subgraph';

/** For whom an operation runs and until when; every fetch of it gets the same. */
export type FetchContext = Readonly<{
  /** Frozen: subgraphs of this process get this very object. */
  viewer: Viewer;
  /** Moment of the real clock, in milliseconds, when the operation's time is up. */
  deadline: number;
}>;

/** What a plan fetches from one subgraph, wherever that is mounted. Failures are errors in the result, never thrown. */
export type SubgraphSource = Readonly<{
  name: string;
  fetch: (request: SubgraphRequest, context: FetchContext) => Promise<MaskedResult>;
  /** Whether it can answer now. */
  isReady: () => Promise<boolean>;
  close: () => Promise<void>;
}>;
