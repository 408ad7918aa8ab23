import { homeFolder, installationKeys, openClock } from '@onevisit/home';
import { addressOf } from './addresses.ts';
import { caughtUp } from './caught-up.ts';
import { prepareInstallation } from './installation.ts';
import { prepareSubgraph, type ServiceDefinition } from './mount.ts';
import { tellParent, toldByParent } from './parent.ts';
import { serveSubgraph } from './served-subgraph.ts';
import { composedSubscriptions } from './subscriptions.ts';

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
  const opened = await toldByParent('OPEN');
  const clock = openClock(home, { isMovable: opened.isClockMovable });
  const { databaseUrl, isClockMovable, subscriptions } = opened;
  const serving = await serveSubgraph(definition, {
    home,
    databaseUrl,
    subscriptions,
    clock,
    keys: installationKeys(home),
    clockMoved: async () => (isClockMovable ? caughtUp(clock, home) : undefined),
  });
  endWith(serving.stop);
  const peersCome = toldByParent('PEERS');
  tellParent({ kind: 'LISTENING', port: await serving.listen(opened.port) });
  const { urls } = await peersCome;
  await serving.start((name) => urls[name] ?? null);
  tellParent({ kind: 'STARTED' });
}

async function serveByHand(definition: ServiceDefinition): Promise<void> {
  const installation = await prepareInstallation({ log: console.log });
  const { home, postgres, clock, keys } = installation;
  await prepareSubgraph(definition, postgres);
  const databaseUrl = postgres.applicationUrlOf(definition.database.name);
  const serving = await serveSubgraph(definition, {
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

// What hangs at the end is cut off: who started us may be gone.
const patience = 20_000;

/** Ends the process once, in order, when it is told to or when its parent has gone. */
function endWith(stop: () => Promise<void>): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), patience).unref();
    await stop();
    process.exit(0);
  };
  for (const cause of ['SIGTERM', 'disconnect'] as const) process.on(cause, () => void end());
  if (!process.send) process.on('SIGINT', () => void end());
}
