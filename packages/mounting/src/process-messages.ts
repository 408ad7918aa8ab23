import type { Subscriptions } from './subscriptions.ts';

/** What a parent tells the process of one subgraph. */
export type ToSubgraph =
  | Readonly<{
      kind: 'OPEN';
      databaseUrl: string;
      isClockMovable: boolean;
      /** Who wants which events. */
      subscriptions: Subscriptions;
      /** The one it had before, or 0 for any that is free. */
      port: number;
    }>
  | Readonly<{ kind: 'PEERS'; urls: Readonly<Record<string, string>> }>;

/** What that process answers. */
export type FromSubgraph = Readonly<{ kind: 'LISTENING'; port: number }> | Readonly<{ kind: 'STARTED' }>;
