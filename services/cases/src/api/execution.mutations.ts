import { payload } from '@onevisit/subgraph';
import { confirmExecution } from '../app/execution-item/confirm-execution.ts';
import { reportExecution } from '../app/execution-item/report-execution.ts';
import { verifyExecution } from '../app/execution-item/verify-execution.ts';
import type { MutationResolvers } from './generated.ts';
import { executionItemMade } from './made.ts';
import { refusals } from './refusals.ts';

export const executionMutations = {
  reportExecution: async (_, { input }, operation) =>
    payload(operation, await reportExecution(operation, input), refusals, (made) => executionItemMade(operation, made)),
  verifyExecution: async (_, { input }, operation) =>
    payload(operation, await verifyExecution(operation, input), refusals, (made) => executionItemMade(operation, made)),
  confirmExecution: async (_, { input }, operation) =>
    payload(operation, await confirmExecution(operation, input), refusals, (made) =>
      executionItemMade(operation, made),
    ),
} satisfies Partial<MutationResolvers>;
