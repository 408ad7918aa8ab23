import type { MountedSubgraph, Settle, SubgraphProcess } from '@onevisit/mounting';
import type { SubgraphSource } from '../sources/subgraph-source.ts';

/** All subgraphs of the graph, wherever each is. */
export type Subgraphs = Readonly<{
  sources: ReadonlyMap<string, SubgraphSource>;
  /** Those of this process. */
  mounted: readonly MountedSubgraph[];
  /** Those in processes that we have started. */
  processes: readonly SubgraphProcess[];
  /** How each process comes to rest. */
  settle: readonly Settle[];
  close: () => Promise<void>;
}>;

/** Ready when all that is ours to keep up answers, and most of the graph. */
export async function areReady({ sources, mounted }: Pick<Subgraphs, 'sources' | 'mounted'>): Promise<boolean> {
  const all = await Promise.all([...sources.values()].map((source) => source.isReady()));
  const here = await Promise.all(mounted.map((one) => one.isReady()));
  return here.every(Boolean) && all.filter(Boolean).length * 2 > all.length;
}
