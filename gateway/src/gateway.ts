import { hasRole, type Viewer } from '@onevisit/kernel';
import { logToStandardError, type ErrorLog } from '@onevisit/subgraph';
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from './authentication/authenticate.ts';
import { compiledGraph, type CompiledGraphParts } from './graph/compiled-graph.ts';
import { apolloServer } from './graph/apollo-server.ts';
import { watchedGraph } from './graph/watched-graph.ts';
import { serveGraph } from './http/graphql-route.ts';
import { serveHealth } from './http/health-routes.ts';
import { serveMetrics } from './http/metrics-route.ts';
import { httpServer } from './http/server.ts';
import { defaultLimits, unlimited, type Limits } from './limits/limits.ts';
import { pricesOf } from './limits/list-sizes.ts';
import { operationLimits } from './limits/operation-limits.ts';
import { gatewayMetrics } from './metrics/gateway-metrics.ts';
import { logSlowOperation, operationTimes, type SlowLog } from './metrics/operation-times.ts';
import { createPoints, defaultAllowance, type Allowance } from './limits/points.ts';
import { sizeRule } from './limits/size-rule.ts';

export type GatewayParts = CompiledGraphParts &
  Readonly<{
    authenticate: Authenticate;
    /** Whether the subgraphs that operations need can answer. */
    isReady: () => Promise<boolean>;
    /** Shows the graph's shape and the number of SQL statements to anybody who asks. */
    isDevelopment: boolean;
    /** Null lets operations of any size through; only a run on loopback for a test of other graphs asks for that. */
    limits?: Limits | null;
    allowance?: Allowance;
    /** Who may ask for the graph's shape; developers, and in development everybody. */
    mayIntrospect?: (viewer: Viewer) => boolean;
    log?: ErrorLog;
    /** Where operations that took long are written down. */
    slowLog?: SlowLog;
    slowerThanMs?: number;
  }>;

/** The graph, served. Further addresses are added to `app` before it listens. */
export type Gateway = Readonly<{
  app: FastifyInstance;
  listen: (port: number, host?: string) => Promise<number>;
  /** Serves another supergraph from now on; throws at a bad one and goes on with the old. */
  update: (supergraphSdl: string) => void;
  /** From now on says that it is not ready, so that nobody sends more. */
  drain: () => void;
  /** Lets requests under way end, ten seconds at most, and takes no more. */
  stop: () => Promise<void>;
}>;

export async function createGateway(parts: GatewayParts): Promise<Gateway> {
  const { authenticate, isReady, isDevelopment, log = logToStandardError } = parts;
  const { limits = defaultLimits } = parts;
  let prices = pricesOf(parts.supergraphSdl);
  let isDraining = false;
  const metrics = gatewayMetrics();
  const graph = compiledGraph({
    ...parts,
    sourceOf: (name, url) => metrics.measured(parts.sourceOf(name, url)),
    events: metrics.events,
  });
  const server = apolloServer({
    gateway: watchedGraph(graph.gateway, { showsStatements: isDevelopment, log }),
    // A document of 1 KB of nested fragments would stop the planner for half a minute.
    validationRules: [sizeRule(limits ?? { ...unlimited, selections: mostSelections })],
    plugins: [
      operationLimits({
        limits,
        prices: () => prices,
        points: createPoints(parts.allowance ?? defaultAllowance),
        mayIntrospect: parts.mayIntrospect ?? ((viewer) => isDevelopment || hasRole(viewer, 'DEVELOPER')),
      }),
      operationTimes(metrics, parts.slowLog ?? logSlowOperation, parts.slowerThanMs),
    ],
    log,
  });
  await server.start();

  const app = httpServer(() => isDraining);
  serveGraph(app, server, authenticate);
  serveMetrics(app, metrics.registry);
  serveHealth(app, async () => !isDraining && isReady());

  const drain = (): void => {
    isDraining = true;
  };
  return {
    app,
    listen: (port, host = '127.0.0.1') => listening(app, port, host),
    update: (supergraphSdl) => {
      try {
        graph.update(supergraphSdl);
      } catch (error) {
        metrics.swapped('REFUSED');
        throw error;
      }
      prices = pricesOf(supergraphSdl);
      metrics.swapped('SERVED');
    },
    drain,
    stop: async () => {
      drain();
      await closed(app);
      await server.stop();
    },
  };
}

/** What may be written out even where nothing else is limited. */
const mostSelections = 10_000;

async function listening(app: FastifyInstance, port: number, host: string): Promise<number> {
  await app.listen({ port, host });
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

const patience = 10_000;

async function closed(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), patience);
  await app.close();
  clearTimeout(cut);
}
