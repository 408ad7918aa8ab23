import {
  addressOf,
  createPeer,
  isCityLoaded,
  settlePeer,
  subscriptionsOf,
  startSubgraphProcess,
  type Installation,
  type ServiceDefinition,
  type SubgraphProcess,
  type Subscriptions,
} from '@onevisit/mounting';
import { httpSource } from '../sources/http-source.ts';
import { mountedSubgraphs, preparedAll, type CityWish } from './mounted-subgraphs.ts';
import type { Subgraphs } from './subgraphs.ts';

/** Runs each subgraph in a process of its own, but for those that an address in the environment places elsewhere. */
export async function splitSubgraphs(
  definitions: readonly ServiceDefinition[],
  installation: Installation,
  city: CityWish,
): Promise<Subgraphs> {
  const ours = definitions.filter(({ name }) => addressOf(name) === null);
  if (isCityLoaded(installation)) await preparedAll(ours, installation);
  else await loadFirst(definitions, installation, city);
  const subscriptions = subscriptionsOf(definitions);
  const processes = await Promise.all(ours.map((one) => startProcess(one, installation, subscriptions)));
  const addresses = addressesOf(definitions, processes);
  await Promise.all(processes.map((process) => process.start(addresses)));

  const peers = Object.entries(addresses).map(([name, url]) => ({
    name,
    peer: createPeer({ name, url, keys: installation.keys.subgraph(name) }),
  }));
  return {
    sources: new Map(peers.map(({ name, peer }) => [name, httpSource({ name, peer, path: '/graphql' })])),
    mounted: [],
    processes,
    settle: peers.map(({ peer }) => settlePeer(peer)),
    close: async () => {
      await Promise.all(peers.map(({ peer }) => peer.close()));
      await Promise.all(processes.map((process) => process.stop()));
    },
  };
}

/** The city is loaded by one process that holds all subgraphs: it is the same city then, whatever is split off later. */
async function loadFirst(
  definitions: readonly ServiceDefinition[],
  installation: Installation,
  city: CityWish,
): Promise<void> {
  const subgraphs = await mountedSubgraphs(definitions, installation, city);
  await subgraphs.close();
}

const startProcess = (
  { name, database }: ServiceDefinition,
  { postgres }: Installation,
  subscriptions: Subscriptions,
): Promise<SubgraphProcess> =>
  startSubgraphProcess({
    name,
    databaseUrl: postgres.applicationUrlOf(database.name),
    isClockMovable: !postgres.isForeign,
    subscriptions,
    log: console.error,
  });

function addressesOf(
  definitions: readonly ServiceDefinition[],
  processes: readonly SubgraphProcess[],
): Readonly<Record<string, string>> {
  const started = new Map(processes.map(({ name, url }) => [name, url]));
  return Object.fromEntries(definitions.map(({ name }) => [name, addressOf(name) ?? started.get(name) ?? '']));
}
