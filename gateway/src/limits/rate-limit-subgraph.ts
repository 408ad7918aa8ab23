import { join } from 'node:path';
import type { Viewer } from '@onevisit/kernel';
import { repositoryRoot } from '@onevisit/home';
import { buildSchema, type Subgraph } from '@onevisit/subgraph';
import { schemaIn } from '../composition/service-schemas.ts';
import { billOf } from './operation-limits.ts';

/** The gateway's own name among the subgraphs. */
export const gatewaySubgraphName = 'gateway';

export const gatewayTypeDefs = (root = repositoryRoot()) => schemaIn(join(root, 'gateway', 'schema'), root);

type Operation = Readonly<{ viewer: Viewer }>;

/** The one subgraph that lives in the gateway: what only the gateway knows. */
export const gatewaySubgraph = (): Subgraph => ({
  name: gatewaySubgraphName,
  schema: buildSchema(gatewayTypeDefs(), {
    Query: {
      rateLimit: (_: unknown, _arguments: unknown, { viewer }: Operation) => {
        const bill = billOf(viewer);
        return bill && { cost: bill.cost, ...bill.standing };
      },
    },
  }),
  operation: (viewer) => ({ viewer }) satisfies Operation,
  consume: async () => undefined,
  start: async () => undefined,
  settle: async () => undefined,
  stop: async () => undefined,
});
