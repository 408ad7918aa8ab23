import { payload } from '@onevisit/subgraph';
import { assignCase, referCase } from '../app/refer-case.ts';
import { submitReportBack } from '../app/submit-report-back.ts';
import type { MutationResolvers } from './generated.ts';
import { referralMade } from './made.ts';
import { refusals } from './refusals.ts';

export const referralMutations = {
  referCase: async (_, { input }, operation) =>
    payload(operation, await referCase(operation, input), refusals, (made) => referralMade(operation, made)),
  assignCase: async (_, { input }, operation) =>
    payload(operation, await assignCase(operation, input), refusals, (made) => referralMade(operation, made)),
  submitReportBack: async (_, { input }, operation) =>
    payload(operation, await submitReportBack(operation, input), refusals, (made) => referralMade(operation, made)),
} satisfies Partial<MutationResolvers>;
