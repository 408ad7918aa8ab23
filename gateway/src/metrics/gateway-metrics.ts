import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { ExecutorEvents } from '../executor/index.ts';
import type { FetchContext, SubgraphSource } from '../sources/subgraph-source.ts';

/** What the gateway counts and times, for Prometheus. No label ever names a person or holds a value of a request. */
export type GatewayMetrics = Readonly<{
  registry: Registry;
  events: ExecutorEvents<FetchContext>;
  /** The same source, its fetches timed. */
  measured: (source: SubgraphSource) => SubgraphSource;
  operationEnded: (name: string | null, seconds: number, code: string) => void;
  swapped: (outcome: 'SERVED' | 'REFUSED') => void;
}>;

const fast = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** Names that clients give their operations; a client that makes them up does not fill the memory. */
const mostNames = 200;

export function gatewayMetrics(): GatewayMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'onevisit_' });
  const registers = [registry];
  const ran = new Counter({
    name: 'onevisit_operations_total',
    help: 'Operations by how they ran: COMPILED, or why they were handed to Apollo’s executor',
    labelNames: ['outcome'],
    registers,
  });
  const operations = new Histogram({
    name: 'onevisit_operation_seconds',
    help: 'Time of an operation, from its arrival to its answer, by its name and its first error code',
    labelNames: ['operation', 'code'],
    buckets: fast,
    registers,
  });
  const fetches = new Histogram({
    name: 'onevisit_subgraph_fetch_seconds',
    help: 'Time of one fetch from a subgraph',
    labelNames: ['subgraph', 'code'],
    buckets: fast,
    registers,
  });
  const plans = new Histogram({
    name: 'onevisit_plan_seconds',
    help: 'Time to plan an operation; each is planned once until it falls out of the cache',
    labelNames: ['planner'],
    buckets: fast,
    registers,
  });
  const swaps = new Counter({
    name: 'onevisit_supergraph_swaps_total',
    help: 'Supergraphs that were served anew, or refused',
    labelNames: ['outcome'],
    registers,
  });
  const names = new Set<string>();
  const known = (name: string | null): string => {
    if (name === null) return 'unnamed';
    if (names.size < mostNames) names.add(name);
    return names.has(name) ? name : 'other';
  };

  return {
    registry,
    events: {
      ran: (outcome) => ran.inc({ outcome }),
      planned: ({ planner, milliseconds }) => plans.observe({ planner }, milliseconds / 1_000),
    },
    measured: (source) => ({
      ...source,
      fetch: async (request, context) => {
        const start = performance.now();
        const result = await source.fetch(request, context);
        const code = codeOf(result.errors?.[0]?.extensions);
        fetches.observe({ subgraph: source.name, code }, (performance.now() - start) / 1_000);
        return result;
      },
    }),
    operationEnded: (name, seconds, code) => operations.observe({ operation: known(name), code }, seconds),
    swapped: (outcome) => swaps.inc({ outcome }),
  };
}

export const codeOf = (extensions: Readonly<Record<string, unknown>> | undefined): string => {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'OK';
};
