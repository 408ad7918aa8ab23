import type { Database, DatabaseDefinition } from '@onevisit/data';
import type { Clock, Deliver, DeliveredEvent, Notify, Viewer } from '@onevisit/kernel';
import type { DocumentNode, GraphQLSchema } from 'graphql';

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
  /** Lets what is under way end. Leaves the database open: who opened it closes it. */
  stop: () => Promise<void>;
}>;

/** What a subgraph needs from the installation that mounts it. */
export type Surroundings<Keys> = Readonly<{
  database: Database;
  clock: Clock;
  /** Hands an event to another subgraph: a call in one process, a signed POST between processes. */
  deliver: Deliver;
  /** Names of the subgraphs that want events of this type. */
  subscribersOf: (eventType: string) => readonly string[];
  /** Takes a message to a petitioner's own channel. */
  notify: Notify;
  /** The secrets of this installation that the subgraph may use; most use none. */
  keys: Keys;
}>;

/** How much of the synthetic city is loaded: NONE is the reference data alone. */
export type CitySize = 'NONE' | 'S' | 'M' | 'L';

/** One load of the city into an empty installation. */
export type CityLoad = Readonly<{
  size: CitySize;
  /** The city's last day, YYYY-MM-DD in Shanghai. */
  anchor: string;
  /** Tells a person how far it is. */
  progress: (done: number, of: number) => void;
}>;

/** All that a deployment has to know of a subgraph: every service exports one of these as `definition`. */
export type SubgraphDefinition<Keys> = Readonly<{
  /** The name in the supergraph: `staff-care`. */
  name: string;
  typeDefs: DocumentNode;
  database: DatabaseDefinition;
  /** Types of other subgraphs' events that it consumes. */
  subscribesTo: readonly string[];
  create: (surroundings: Surroundings<Keys>) => Subgraph;
  /** Fills its empty database with its part of the city, whole or not at all; does nothing the second time. */
  loadCity: (surroundings: Surroundings<Keys>, load: CityLoad) => Promise<void>;
}>;
