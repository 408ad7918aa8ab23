export { addressOf } from './addresses.ts';
export { caughtUp } from './caught-up.ts';
export { isCityLoaded, loadCity, type CityRequest } from './city.ts';
export { prepareInstallation, type Installation, type InstallationRequest } from './installation.ts';
export {
  mountSubgraph,
  prepareSubgraph,
  type Environment,
  type MountedSubgraph,
  type ServiceDefinition,
  type ServiceKeys,
} from './mount.ts';
export { createPeer, PeerError, type Peer, type PeerAddress, type PeerFailure } from './peer.ts';
export { createPostOffice, type PostOffice, type Subscribers } from './post-office.ts';
export { serveAlone } from './serve-alone.ts';
export { settleAll, settleHere, settlePeer, type Settle } from './settle.ts';
export { startSubgraphProcess, type ProcessRequest, type SubgraphProcess } from './subgraph-process.ts';
export { composedSubscriptions, subscribersOf, subscriptionsOf, type Subscriptions } from './subscriptions.ts';
