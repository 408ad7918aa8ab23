import type { InstallationKeys, MovableClock } from '@onevisit/home';
import { eventKeys, fixedViewersOf, subgraphServer, type Subgraph } from '@onevisit/subgraph';
import { mountSubgraph, type ServiceDefinition } from './mount.ts';
import { createPeer, type Peer } from './peer.ts';
import { createPostOffice } from './post-office.ts';
import { subscribersOf, type Subscriptions } from './subscriptions.ts';

/** What a subgraph needs that is alone in its process. */
export type Place = Readonly<{
  home: string;
  databaseUrl: string;
  subscriptions: Subscriptions;
  clock: MovableClock;
  keys: InstallationKeys;
  /** Returns once the clock knows how far it has been moved. */
  clockMoved: () => Promise<void>;
}>;

/** A mounted subgraph behind HTTP, on loopback. */
export type ServedSubgraph = Readonly<{
  listen: (port: number) => Promise<number>;
  /** Begins to hand events to those whose address is known. */
  start: (urlOf: (subgraph: string) => string | null) => Promise<void>;
  stop: () => Promise<void>;
}>;

/** Mounts the subgraph and makes its server; nothing is answered until it listens. */
export async function serveSubgraph(definition: ServiceDefinition, place: Place): Promise<ServedSubgraph> {
  const { home, databaseUrl, subscriptions, clock, keys, clockMoved } = place;
  const peers = new Map<string, Peer>();
  const here = new Map<string, Subgraph>();
  const { deliver, handedOver } = createPostOffice({ here, elsewhere: peers });
  const mounted = await mountSubgraph(definition, {
    home,
    databaseUrl,
    clock,
    keys,
    deliver,
    subscribersOf: subscribersOf(subscriptions),
  });
  here.set(definition.name, mounted.subgraph);
  const served: Subgraph = {
    ...mounted.subgraph,
    settle: async () => {
      await clockMoved();
      await mounted.subgraph.settle();
    },
  };
  const fixedViewers = fixedViewersOf(process.env);
  const server = subgraphServer(served, keys.subgraph(definition.name), { handedOver, fixedViewers });

  return {
    listen: async (port) => portOf(await server.listen({ port, host: '127.0.0.1' })),
    start: async (urlOf) => {
      for (const name of new Set(Object.values(subscriptions).flat())) {
        const url = urlOf(name);
        if (url !== null) peers.set(name, createPeer({ name, url, keys: eventKeys(keys.subgraph(name)) }));
      }
      await mounted.subgraph.start();
    },
    stop: async () => {
      await server.close();
      await mounted.close();
      await Promise.all([...peers.values()].map((peer) => peer.close()));
      clock.close();
    },
  };
}

const portOf = (address: string): number => Number(new URL(address).port);
