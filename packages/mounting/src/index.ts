export { createPeer, PeerError, type PeerFailure, type PeerAddress, type Peer } from './peer.ts';
export { subscriptionsOf, type Subscriptions } from './subscriptions.ts';
