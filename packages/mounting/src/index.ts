export {
  createSubgraphClient,
  SubgraphCallError,
  type CallFailure,
  type SubgraphAddress,
  type SubgraphClient,
} from './subgraph-client.ts';
