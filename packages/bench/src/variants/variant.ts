import type { Caller } from '../callers/callers.ts';
import type { Cluster } from '../installation/cluster.ts';

/** Names as the results use them, in the order of the tables. */
export const variantNames = [
  'all-in-one',
  'split',
  'stock-apollo',
  'apollo-gateway',
  'hive-gateway',
  'mercurius',
  'grafbase',
  'hand-written-sql',
] as const;

export type VariantName = (typeof variantNames)[number];

/** One way to answer the same questions over the same data, running. */
export type Variant = Readonly<{
  name: VariantName;
  port: number;
  path: string;
  /** Who asks, as this variant wants to be told. */
  headersOf: (caller: Caller, turn: number) => Readonly<Record<string, string>>;
  /** Roots of its process trees, subgraphs included; PostgreSQL is another matter. */
  processes: () => readonly number[];
  /** The server whose databases it reads. */
  cluster: Cluster;
  startMs: number;
  /** Names and versions of what it is made of. */
  versions: Readonly<Record<string, string>>;
  stop: () => Promise<void>;
}>;
