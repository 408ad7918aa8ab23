import { payload } from '@onevisit/subgraph';
import { withoutKey } from '../app/anonymous/without-key.ts';
import { answerPulse } from '../app/pulse/answer-pulse.ts';
import { findWellbeing } from '../app/pulse/find-wellbeing.ts';
import type { MutationResolvers, QueryResolvers } from './generated.ts';
import { answerPulseErrors } from './wellbeing-pulse.errors.ts';

export const wellbeingQueries = {
  wellbeing: (_, { month }, operation) => findWellbeing(operation, month),
} satisfies Partial<QueryResolvers>;

export const wellbeingMutations = {
  answerPulse: async (_, { input }, operation) =>
    payload(operation, withoutKey(await answerPulse(operation, input)), answerPulseErrors, async ({ month }) => ({
      month,
    })),
} satisfies Partial<MutationResolvers>;
