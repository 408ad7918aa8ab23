import { fileURLToPath } from 'node:url';
import { repositoryRoot } from '@onevisit/home';
import { fixedViewersVariable } from '@onevisit/subgraph';
import { fixedHeadersOf } from '../callers/tokens.ts';
import type { Cluster } from '../installation/cluster.ts';
import { installedVersions } from '../peers/versions.ts';
import { measuredEnvironment } from '../processes/environment.ts';
import { freePort } from '../processes/free-port.ts';
import { startProcess } from '../processes/server-process.ts';
import { writeAddresses } from './data-addresses.ts';
import { startMsOf } from './probe.ts';
import type { Variant } from './variant.ts';

/** A server without GraphQL: the limit that no graph over these databases passes. */
export async function startHandWrittenSql(cluster: Cluster, viewersFile: string): Promise<Variant> {
  const port = await freePort();
  const startedAt = performance.now();
  const server = startProcess({
    program: process.execPath,
    given: [fileURLToPath(new URL('../hand-written/main.ts', import.meta.url))],
    folder: repositoryRoot(),
    environment: measuredEnvironment({
      ONEVISIT_HOME: cluster.home,
      PORT: String(port),
      DATABASES: writeAddresses(cluster),
      [fixedViewersVariable]: viewersFile,
    }),
  });
  const place = { port, path: '/', headersOf: fixedHeadersOf };
  return {
    ...place,
    name: 'hand-written-sql',
    startMs: await startMsOf(place, server, startedAt),
    processes: () => [server.pid],
    cluster,
    versions: installedVersions(repositoryRoot(), ['pg']),
    stop: server.stop,
  };
}
