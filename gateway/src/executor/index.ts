export type { ExecutorEvents } from './executor-events.ts';
export { oneVisitGateway } from './onevisit-gateway.ts';
export { stringifyResult } from './response-text.ts';
export type { SubgraphClient } from './subgraph-client.ts';
