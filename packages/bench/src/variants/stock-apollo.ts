import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';
import { fixedViewersVariable } from '@onevisit/subgraph';
import { fixedHeadersOf } from '../callers/tokens.ts';
import type { Cluster } from '../installation/cluster.ts';
import { peerFolder } from '../peers/install.ts';
import { writeSupergraph } from '../peers/schemas.ts';
import { installedVersions } from '../peers/versions.ts';
import { measuredEnvironment } from '../processes/environment.ts';
import { freePort } from '../processes/free-port.ts';
import { startProcess } from '../processes/server-process.ts';
import { writeAddresses } from './data-addresses.ts';
import { startMsOf } from './probe.ts';
import type { Variant } from './variant.ts';

const subgraphNames = ['cases', 'innovation', 'organizations', 'staff-care'] as const;

/** Apollo Server's standalone server five times, as the documentation shows it: a gateway and four subgraphs on TypeORM. */
export async function startStockApollo(cluster: Cluster, viewersFile: string): Promise<Variant> {
  const folder = peerFolder('stock-apollo');
  const ports = new Map(await Promise.all(subgraphNames.map(async (name) => [name, await freePort()] as const)));
  const environment = {
    ONEVISIT_HOME: cluster.home,
    DATABASES: writeAddresses(cluster),
    REPOSITORY: repositoryRoot(),
    [fixedViewersVariable]: viewersFile,
  };
  const startedAt = performance.now();
  const run = (script: string, own: Readonly<Record<string, string>>) =>
    startProcess({
      program: process.execPath,
      given: [join('src', script)],
      folder,
      environment: measuredEnvironment({ ...environment, ...own }),
    });
  const subgraphs = [...ports].map(([name, port]) => run(`${name}.js`, { PORT: String(port) }));
  const port = await freePort();
  const supergraph = writeSupergraph(cluster.home, (name) => `http://127.0.0.1:${ports.get(name as never)}/`);
  const gateway = run('gateway.js', { PORT: String(port), SUPERGRAPH: supergraph });
  const place = { port, path: '/', headersOf: fixedHeadersOf };
  const servers = [gateway, ...subgraphs];
  return {
    ...place,
    name: 'stock-apollo',
    startMs: await startMsOf(place, gateway, startedAt).catch((error: unknown) => {
      throw new Error(subgraphs.map(({ said }) => said()).join('\n'), { cause: error });
    }),
    processes: () => servers.map(({ pid }) => pid),
    cluster,
    versions: installedVersions(folder, [
      '@apollo/gateway',
      '@apollo/server',
      '@apollo/subgraph',
      'typeorm',
      'graphql',
    ]),
    stop: async () => {
      await Promise.all(servers.map(({ stop }) => stop()));
    },
  };
}
