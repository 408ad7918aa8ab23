import { listWorklist } from '../app/worklist/list-worklist.ts';
import type { QueryResolvers } from './generated.ts';

export const worklistQueries = {
  // A worklist is worked off, not counted.
  myWorklist: async (_, { bucket, ...request }, operation) => ({
    ...(await listWorklist(operation, { ...request, bucket: bucket ?? null })),
    count: async () => null,
  }),
} satisfies Partial<QueryResolvers>;
