import { homeFolder, installationKeys, openClock, type InstallationKeys, type MovableClock } from '@onevisit/home';
import { eventKeys, subgraphServer, type Subgraph } from '@onevisit/subgraph';
import { addressOf } from './addresses.ts';
import { caughtUp } from './caught-up.ts';
import { prepareInstallation } from './installation.ts';
import { mountSubgraph, prepareSubgraph, type ServiceDefinition } from './mount.ts';
import { createPeer, type Peer } from './peer.ts';
import { createPostOffice } from './post-office.ts';
import type { FromSubgraph, ToSubgraph } from './process-messages.ts';
import { composedSubscriptions, subscribersOf, type Subscriptions } from './subscriptions.ts';

/**
 * Serves one subgraph in a process of its own, on loopback. Started by another process, it takes its database and its
 * port from there and ends with it; started by hand, it finds both itself: PORT, ONEVISIT_HOME, DATABASE_URL, and
 * CASES_URL and the like for those who take its events.
 */
export async function serveAlone(definition: ServiceDefinition): Promise<void> {
  await (process.send ? serveForParent(definition) : serveByHand(definition));
}

async function serveForParent(definition: ServiceDefinition): Promise<void> {
  // Ctrl-C reaches the whole group; who started us ends us, in order.
  process.on('SIGINT', () => undefined);
  const home = homeFolder();
  const opened = await message('OPEN');
  const clock = openClock(home, { isMovable: opened.isClockMovable });
  const { databaseUrl, isClockMovable, subscriptions } = opened;
  const serving = await serve(definition, {
    home,
    databaseUrl,
    subscriptions,
    clock,
    keys: installationKeys(home),
    clockMoved: async () => (isClockMovable ? caughtUp(clock, home) : undefined),
  });
  endWith(serving.stop);
  const peersCome = message('PEERS');
  tell({ kind: 'LISTENING', port: await serving.listen(opened.port) });
  const { urls } = await peersCome;
  await serving.start((name) => urls[name] ?? null);
  tell({ kind: 'STARTED' });
}

async function serveByHand(definition: ServiceDefinition): Promise<void> {
  const installation = await prepareInstallation({ log: console.log });
  const { home, postgres, clock, keys } = installation;
  await prepareSubgraph(definition, postgres);
  const databaseUrl = postgres.applicationUrlOf(definition.database.name);
  const serving = await serve(definition, {
    home,
    databaseUrl,
    subscriptions: composedSubscriptions(),
    clock,
    keys,
    clockMoved: async () => (postgres.isForeign ? undefined : caughtUp(clock, home)),
  });
  endWith(async () => {
    await serving.stop();
    await installation.close();
  });
  const port = await serving.listen(Number(process.env['PORT'] ?? 0));
  await serving.start(addressOf);
  console.log(`ready http://127.0.0.1:${port}`);
}

type Place = Readonly<{
  home: string;
  databaseUrl: string;
  subscriptions: Subscriptions;
  clock: MovableClock;
  keys: InstallationKeys;
  /** Returns once the clock knows how far it has been moved. */
  clockMoved: () => Promise<void>;
}>;

type Serving = Readonly<{
  listen: (port: number) => Promise<number>;
  start: (urlOf: (subgraph: string) => string | null) => Promise<void>;
  stop: () => Promise<void>;
}>;

async function serve(definition: ServiceDefinition, place: Place): Promise<Serving> {
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
  const server = subgraphServer(served, keys.subgraph(definition.name), { handedOver });

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

/** Ends the process once, in order, when it is told to or when its parent has gone. */
function endWith(stop: () => Promise<void>): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await stop();
    process.exit(0);
  };
  for (const cause of ['SIGTERM', 'disconnect'] as const) process.on(cause, () => void end());
  if (!process.send) process.on('SIGINT', () => void end());
}

type MessageOf<Kind extends ToSubgraph['kind']> = Extract<ToSubgraph, { kind: Kind }>;

const message = <const Kind extends ToSubgraph['kind']>(kind: Kind): Promise<MessageOf<Kind>> =>
  new Promise((resolve) => {
    const take = (received: ToSubgraph): void => {
      if (received.kind !== kind) return;
      process.off('message', take);
      resolve(received as MessageOf<Kind>);
    };
    process.on('message', take);
  });

const tell = (content: FromSubgraph): void => void process.send?.(content);
