import {
  addressOf,
  createPeer,
  createPostOffice,
  isCityLoaded,
  loadCity,
  mountSubgraph,
  prepareSubgraph,
  settleHere,
  settlePeer,
  subscribersOf,
  subscriptionsOf,
  type CityRequest,
  type Installation,
  type MountedSubgraph,
  type Peer,
  type ServiceDefinition,
} from '@onevisit/mounting';
import { eventKeys, type Subgraph } from '@onevisit/subgraph';
import { httpSource } from '../sources/http-source.ts';
import { inProcessSource } from '../sources/in-process-source.ts';
import type { SubgraphSource } from '../sources/subgraph-source.ts';
import type { Subgraphs } from './subgraphs.ts';

export type CityWish = Pick<CityRequest, 'size' | 'progress'>;

/** Mounts the subgraphs in this process, but for those that an address in the environment places elsewhere. */
export async function mountedSubgraphs(
  definitions: readonly ServiceDefinition[],
  installation: Installation,
  city: CityWish,
): Promise<Subgraphs> {
  const elsewhere = remoteSubgraphs(definitions, installation);
  const ours = definitions.filter(({ name }) => !elsewhere.has(name));
  const here = new Map<string, Subgraph>();
  const eventPeers = new Map([...elsewhere].map(([name, { eventPeer }]) => [name, eventPeer]));
  const office = createPostOffice({ here, elsewhere: eventPeers });

  await preparedAll(ours, installation);
  const mounted = await Promise.all(
    ours.map((definition) =>
      mountSubgraph(definition, {
        home: installation.home,
        databaseUrl: installation.postgres.applicationUrlOf(definition.database.name),
        clock: installation.clock,
        keys: installation.keys,
        deliver: office.deliver,
        subscribersOf: subscribersOf(subscriptionsOf(definitions)),
      }),
    ),
  );
  for (const { subgraph } of mounted) here.set(subgraph.name, subgraph);
  await Promise.all(mounted.map(({ subgraph }) => subgraph.start()));

  const settle = settleHere(mounted, office.handedOver);
  const isWhole = elsewhere.size === 0;
  if (!isCityLoaded(installation)) await loadCity(mounted, settle, { ...installation, ...city, isWhole });
  return {
    sources: sourcesOf(mounted, elsewhere),
    mounted,
    processes: [],
    settle: [settle, ...[...elsewhere.values()].map(({ peer }) => settlePeer(peer))],
    close: async () => {
      await Promise.all(mounted.map((one) => one.close()));
      await Promise.all([...elsewhere.values()].flatMap(({ peer, eventPeer }) => [peer.close(), eventPeer.close()]));
    },
  };
}

/** Waits for the others when one fails: they would lose their server in the middle, and that would hide what failed. */
export async function preparedAll(
  definitions: readonly ServiceDefinition[],
  { postgres }: Pick<Installation, 'postgres'>,
): Promise<void> {
  const outcomes = await Promise.allSettled(definitions.map((definition) => prepareSubgraph(definition, postgres)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** A subgraph that somebody else serves: as the gateway asks it, and as its fellows hand it events. */
type Remote = Readonly<{ peer: Peer; eventPeer: Peer }>;

function remoteSubgraphs(
  definitions: readonly ServiceDefinition[],
  { keys }: Installation,
): ReadonlyMap<string, Remote> {
  const remotes = new Map<string, Remote>();
  for (const { name } of definitions) {
    const url = addressOf(name);
    if (url === null) continue;
    const own = keys.subgraph(name);
    remotes.set(name, {
      peer: createPeer({ name, url, keys: own }),
      eventPeer: createPeer({ name, url, keys: eventKeys(own) }),
    });
  }
  return remotes;
}

function sourcesOf(
  mounted: readonly MountedSubgraph[],
  elsewhere: ReadonlyMap<string, Remote>,
): ReadonlyMap<string, SubgraphSource> {
  const here = mounted.map(({ subgraph, isReady }) => inProcessSource(subgraph, isReady));
  const there = [...elsewhere].map(([name, { peer }]) => httpSource({ name, peer, path: '/graphql' }));
  return new Map([...here, ...there].map((source) => [source.name, source]));
}
