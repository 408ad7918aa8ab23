import { systemViewer } from '@onevisit/kernel';
import type { Peer } from './peer.ts';
import type { MountedSubgraph } from './mount.ts';

/** Lets one process come to rest; answers how many events it has handed over in its life. */
export type Settle = () => Promise<number>;

/**
 * Returns when nothing is due in any process and nothing is on its way. What one hands over can make work for another:
 * all are asked again until a whole round has moved nothing.
 */
export async function settleAll(all: readonly Settle[]): Promise<void> {
  for (let before = -1, now = await round(all); now !== before; now = await round(all)) before = now;
}

async function round(all: readonly Settle[]): Promise<number> {
  let handedOver = 0;
  for (const settle of all) handedOver += await settle();
  return handedOver;
}

/** The subgraphs of this process, which share one post office. */
export const settleHere =
  (mounted: readonly MountedSubgraph[], handedOver: () => number): Settle =>
  async () => {
    for (const { subgraph } of mounted) await subgraph.settle();
    return handedOver();
  };

/** A jump of months can take a while. */
const budgetMs = 10 * 60_000;

/** A subgraph that another process serves. */
export const settlePeer =
  (peer: Pick<Peer, 'post'>): Settle =>
  async () => {
    const answer: unknown = JSON.parse(await peer.post('/settle', {}, { viewer: systemViewer, budgetMs }));
    const isCount = typeof answer === 'object' && answer !== null && 'handedOver' in answer;
    return isCount && typeof answer.handedOver === 'number' ? answer.handedOver : 0;
  };
