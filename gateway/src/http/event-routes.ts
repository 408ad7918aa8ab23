import type { InstallationKeys } from '@onevisit/home';
import { acceptRawJson, takeEvents, type Subgraph } from '@onevisit/subgraph';
import type { FastifyInstance } from 'fastify';

/** Where a subgraph of this process takes events of those elsewhere: its address is `<gateway>/subgraphs/<name>`. */
export function serveEvents(app: FastifyInstance, subgraphs: readonly Subgraph[], keys: InstallationKeys): void {
  app.register(async (scope) => {
    acceptRawJson(scope);
    for (const subgraph of subgraphs) {
      takeEvents(scope, `/subgraphs/${subgraph.name}/events`, subgraph, keys.subgraph(subgraph.name));
    }
  });
}
