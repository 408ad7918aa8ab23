export type { Admit } from './admission.ts';
export type { ExecutorEvents, Outcome, Planned } from './executor-events.ts';
export { handOverReasons, type HandOverReason } from './handed-over.ts';
export { oneVisitGateway, type OneVisitGateway, type OneVisitGatewayOptions } from './onevisit-gateway.ts';
export type { OperationFacts } from './operation-facts.ts';
export { ResponseText, stringifyResult } from './response-text.ts';
export type { FetchRequest, SubgraphClient, SubgraphResult } from './subgraph-client.ts';
