import type { DeliveredEvent, Viewer } from '@onevisit/kernel';
import type { GraphQLSchema } from 'graphql';

/** A subgraph as the gateway mounts it or a server serves it; it knows nothing of HTTP. */
export type Subgraph = Readonly<{
  name: string;
  schema: GraphQLSchema;
  /** The context of one operation: repositories, loaders and the viewer; made anew each time. */
  operation: (viewer: Viewer) => object;
  /** Takes an event of another subgraph; returns when its effect is committed. */
  consume: (event: DeliveredEvent) => Promise<void>;
  /** Begins to hand over events and to handle rows that fall due. */
  start: () => Promise<void>;
  /** Resolves when nothing is due by the clock and every event has been handed over. */
  settle: () => Promise<void>;
  /** Lets what is under way end. */
  stop: () => Promise<void>;
}>;
