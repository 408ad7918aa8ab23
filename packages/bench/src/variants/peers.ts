import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedHeadersOf } from '../callers/tokens.ts';
import { federation1Sdl } from '../peers/federation-1.ts';
import { peerFolder } from '../peers/install.ts';
import { subgraphSdl, writeSupergraph } from '../peers/schemas.ts';
import { installedVersions } from '../peers/versions.ts';
import { measuredEnvironment } from '../processes/environment.ts';
import { freePort } from '../processes/free-port.ts';
import { startProcess } from '../processes/server-process.ts';
import type { SplitVariant } from './own-stack.ts';
import { startMsOf } from './probe.ts';
import type { Variant, VariantName } from './variant.ts';

export type PeerName = 'apollo-gateway' | 'hive-gateway' | 'mercurius' | 'grafbase';

/** How a gateway of others is started over the subgraphs of our split graph. */
type Peer = Readonly<{
  folder: string;
  packages: readonly string[];
  program: (folder: string) => string;
  given: (own: Readonly<{ work: string; port: number }>) => readonly string[];
  /** Writes what it reads into `work`; answers what its environment says of that. */
  prepare: (work: string, urlOf: (subgraph: string) => string) => Readonly<Record<string, string>>;
}>;

const names = ['cases', 'innovation', 'organizations', 'staff-care'];
const byNode = { program: () => process.execPath, given: () => [join('src', 'gateway.js')] };

const peers: Readonly<Record<PeerName, Peer>> = {
  // Stock Apollo's own gateway: what is left between the two is the gateway alone.
  'apollo-gateway': {
    ...byNode,
    folder: 'stock-apollo',
    packages: ['@apollo/gateway', '@apollo/server', 'graphql'],
    prepare: (work, urlOf) => ({ SUPERGRAPH: writeSupergraph(work, urlOf) }),
  },
  'hive-gateway': {
    ...byNode,
    folder: 'hive-gateway',
    packages: ['@graphql-hive/gateway-runtime', '@graphql-hive/router-runtime', '@graphql-hive/router-query-planner'],
    prepare: (work, urlOf) => ({ SUPERGRAPH: writeSupergraph(work, urlOf) }),
  },
  mercurius: {
    ...byNode,
    folder: 'mercurius',
    packages: ['mercurius', '@mercuriusjs/gateway', 'fastify', 'graphql'],
    prepare: (work, urlOf) => ({ SERVICES: writeServices(work, urlOf) }),
  },
  grafbase: {
    folder: 'grafbase',
    packages: ['@grafbase/cli-x86_64-unknown-linux-musl'],
    program: (folder) => join(folder, 'node_modules', '@grafbase', 'cli-x86_64-unknown-linux-musl', 'grafbase'),
    given: ({ work, port }) =>
      ['--home', work, 'dev', '--config', join(work, 'grafbase.toml')].concat([
        '--listen-address',
        `127.0.0.1:${port}`,
      ]),
    prepare: (work, urlOf) => writeGrafbase(work, urlOf),
  },
};

export const isPeer = (name: VariantName): name is PeerName => name in peers;

/** The folder below `peers/` that holds what a variant is made of; null where that is this repository. */
export function peerFolderOf(name: VariantName): string | null {
  if (isPeer(name)) return peers[name].folder;
  return name === 'stock-apollo' ? name : null;
}

/** Grafbase's router comes from npm as a program for one kind of machine. */
export const runsHere = (name: VariantName): boolean => name !== 'grafbase' || process.arch === 'x64';

/** Starts a gateway of others, set up as its documentation says for production. */
export async function startPeer(name: PeerName, { subgraphs, cluster }: SplitVariant): Promise<Variant> {
  const peer = peers[name];
  const folder = peerFolder(peer.folder);
  const work = join(cluster.home, name);
  mkdirSync(work, { recursive: true });
  // The gateway's own subgraph answers none of the measured operations: nobody serves it here.
  const urlOf = (subgraph: string): string => `http://127.0.0.1:${subgraphs.get(subgraph)?.port ?? 9}/graphql`;
  const port = await freePort();
  const own = peer.prepare(work, urlOf);
  const startedAt = performance.now();
  const server = startProcess({
    program: peer.program(folder),
    given: peer.given({ work, port }),
    folder,
    environment: measuredEnvironment({ ...own, PORT: String(port) }),
  });
  const place = { port, path: '/graphql', headersOf: fixedHeadersOf };
  const startMs = await startMsOf(place, server, startedAt);
  return {
    ...place,
    name,
    startMs,
    processes: () => [server.pid, ...[...subgraphs.values()].map(({ pid }) => pid)],
    cluster,
    versions: installedVersions(folder, peer.packages),
    stop: server.stop,
  };
}

function writeServices(work: string, urlOf: (subgraph: string) => string): string {
  const file = join(work, 'services.json');
  const services = names.map((name) => ({ name, url: urlOf(name), schema: federation1Sdl(subgraphSdl(name)) }));
  writeFileSync(file, JSON.stringify(services));
  return file;
}

function writeGrafbase(work: string, urlOf: (subgraph: string) => string): Readonly<Record<string, string>> {
  const subgraphs = names.map((name) => {
    const schema = join(work, `${name}.graphql`);
    writeFileSync(schema, subgraphSdl(name));
    return `[subgraphs.${name}]\nurl = "${urlOf(name)}"\nschema_path = "${schema}"\n`;
  });
  const headers = '[[headers]]\nrule = "forward"\nname = "x-onevisit-viewer"\n';
  writeFileSync(join(work, 'grafbase.toml'), [headers, ...subgraphs].join('\n'));
  return {};
}
