import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetRun, repositoryRoot, writeRun } from '@onevisit/home';
import { caughtUp, prepareInstallation, settleAll, type Installation } from '@onevisit/mounting';
import { createAuthenticate } from '../authentication/authenticate.ts';
import { developers, oidc, petitioners } from '../authentication/issuer.ts';
import { plannerNamed } from '../planner/index.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { startExplorerBuild } from '../explorer/start-build.ts';
import { serveEvents } from '../http/event-routes.ts';
import { serveExplorer } from '../http/explorer-routes.ts';
import { serveKeys } from '../http/key-route.ts';
import { servePetitioners } from '../http/petitioner-routes.ts';
import { serveSettling } from '../http/settle-route.ts';
import { allowanceOf } from '../limits/points.ts';
import { gatewaySubgraph } from '../limits/rate-limit-subgraph.ts';
import { inProcessSource } from '../sources/in-process-source.ts';
import { listenAt } from './listen.ts';
import { mountedSubgraphs, type CityWish } from './mounted-subgraphs.ts';
import { serviceDefinitions } from './service-definitions.ts';
import type { Settings } from './settings.ts';
import { splitSubgraphs } from './split-subgraphs.ts';
import { areReady, type Subgraphs } from './subgraphs.ts';

/** Everything that one `npm start` runs. */
export type Stack = Readonly<{
  url: string;
  gateway: Gateway;
  /** Ends what it has started, in order: requests under way, subgraphs, the database's server. */
  stop: () => Promise<void>;
}>;

export type Telling = Readonly<{ log: (line: string) => void; progress: CityWish['progress'] }>;

/** Brings the whole graph up and notes where it runs; what has been started is stopped again when the rest fails. */
export async function startStack(settings: Settings, telling: Telling): Promise<Stack> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    return await started(settings, telling, { undo, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

type Ending = Readonly<{ undo: (() => Promise<void>)[]; stop: () => Promise<void> }>;

async function started(settings: Settings, telling: Telling, { undo, stop }: Ending): Promise<Stack> {
  const installation = await prepareInstallation({ log: telling.log });
  undo.push(installation.close);
  const definitions = await serviceDefinitions();
  const bringUp = settings.mounting === 'split' ? splitSubgraphs : mountedSubgraphs;
  const city = { size: settings.citySize, progress: telling.progress };
  const subgraphs = await bringUp(definitions, installation, city);
  undo.push(subgraphs.close);

  const gateway = await gatewayOver(subgraphs, installation, settings);
  undo.push(gateway.stop);
  const port = await listenAt(gateway, settings.port, settings.host);
  const url = `http://localhost:${port}`;
  noteRun({ installation, subgraphs, settings, port, url });
  undo.push(async () => forgetRun(installation.home));
  return { url, gateway, stop };
}

async function gatewayOver(
  subgraphs: Subgraphs,
  { home, keys, clock, postgres }: Installation,
  settings: Settings,
): Promise<Gateway> {
  const isDevelopment = settings.isDevelopment || !postgres.isForeign;
  const { sources, settle, mounted } = subgraphs;
  const own = inProcessSource(gatewaySubgraph(), async () => true);
  const gateway = await createGateway({
    createPlanner: await plannerNamed(settings.planner),
    supergraphSdl: readFileSync(join(repositoryRoot(), 'gateway', 'supergraph.graphql'), 'utf8'),
    sourceOf: (name) => known(name === own.name ? own : sources.get(name), name),
    authenticate: createAuthenticate([
      petitioners(keys.tokenIssuer),
      ...(isDevelopment ? [developers(keys.tokenIssuer)] : []),
      ...(settings.oidc ? [oidc(settings.oidc)] : []),
    ]),
    isReady: () => areReady(subgraphs),
    isDevelopment,
    ...(settings.pointsPerHour !== null && { allowance: allowanceOf(settings.pointsPerHour) }),
  });
  serveKeys(gateway.app, keys);
  if (isDevelopment) {
    serveExplorer(gateway.app, home, keys);
    startExplorerBuild(home);
  }
  const cases = sources.get('cases');
  if (cases) servePetitioners(gateway.app, { cases, keys: keys.tokenIssuer });
  serveSettling(gateway.app, keys, {
    advance: (duration) => void clock.advance(duration),
    settle: async () => {
      if (!postgres.isForeign) await caughtUp(clock, home);
      await settleAll(settle);
    },
    now: clock.now,
  });
  serveEvents(
    gateway.app,
    mounted.map(({ subgraph }) => subgraph),
    keys,
  );
  return gateway;
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`No service is called ${name}: npm run compose`);
  return value;
}

type Started = Readonly<{
  installation: Installation;
  subgraphs: Subgraphs;
  settings: Settings;
  port: number;
  url: string;
}>;

function noteRun({ installation, subgraphs, settings, port, url }: Started): void {
  const processes = subgraphs.processes.map(({ name, pid, port: at }) => [name, { pid: pid(), port: at }] as const);
  writeRun(installation.home, {
    pid: process.pid,
    port,
    url,
    mounting: settings.mounting,
    startedAt: new Date().toISOString(),
    ...(processes.length > 0 && { subgraphs: Object.fromEntries(processes) }),
  });
}
