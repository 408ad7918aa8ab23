import { join } from 'node:path';
import { readRun, repositoryRoot } from '@onevisit/home';
import { fixedViewersVariable } from '@onevisit/subgraph';
import type { SignedTokens } from '../callers/tokens.ts';
import type { Cluster } from '../installation/cluster.ts';
import { measuredEnvironment } from '../processes/environment.ts';
import { freePort } from '../processes/free-port.ts';
import { startProcess } from '../processes/server-process.ts';
import { startMsOf } from './probe.ts';
import type { Variant } from './variant.ts';

/** Our own graph in one process, as `npm start` starts it. */
export const startAllInOne = (cluster: Cluster, tokens: SignedTokens): Promise<Variant> =>
  started('all-in-one', cluster, tokens, { given: [], environment: {} });

/** Our own split graph and the addresses of its subgraphs, which the peers' gateways ask as well. */
export type SplitVariant = Variant &
  Readonly<{ subgraphs: ReadonlyMap<string, Readonly<{ pid: number; port: number }>> }>;

/** Our own graph as `npm run start:split` starts it, with subgraphs that take fixed tokens, too. */
export async function startSplit(cluster: Cluster, tokens: SignedTokens, viewersFile: string): Promise<SplitVariant> {
  const environment = { [fixedViewersVariable]: viewersFile };
  const variant = await started('split', cluster, tokens, { given: ['--split'], environment });
  const subgraphs = new Map(Object.entries(readRun(cluster.home)?.subgraphs ?? {}));
  return { ...variant, subgraphs };
}

type Mode = Readonly<{ given: readonly string[]; environment: Readonly<Record<string, string>> }>;

async function started(
  name: 'all-in-one' | 'split',
  cluster: Cluster,
  { headersOf }: SignedTokens,
  { given, environment }: Mode,
): Promise<Variant> {
  const port = await freePort();
  const startedAt = performance.now();
  const server = startProcess({
    program: process.execPath,
    given: [join('gateway', 'src', 'commands', 'start.ts'), ...given],
    folder: repositoryRoot(),
    environment: measuredEnvironment({
      ...environment,
      ONEVISIT_HOME: cluster.home,
      PORT: String(port),
      // Points are counted, and nobody runs out of them.
      POINTS_PER_HOUR: '1000000000',
    }),
  });
  const place = { port, path: '/graphql', headersOf };
  const startMs = await startMsOf(place, server, startedAt);
  return {
    ...place,
    name,
    processes: () => [server.pid],
    cluster,
    startMs,
    versions: { node: process.versions.node },
    stop: server.stop,
  };
}
