import { payload } from '@onevisit/subgraph';
import { raiseObjection } from '../app/objection/raise-objection.ts';
import { assignCase, passDownCase, referCase } from '../app/referral/refer-case.ts';
import { ruleCompetence } from '../app/objection/rule-competence.ts';
import { ruleObjection } from '../app/objection/rule-objection.ts';
import { submitReportBack } from '../app/referral/submit-report-back.ts';
import type { MutationResolvers } from './generated.ts';
import { objectionMade, referralMade } from './made.ts';
import { refusals } from './refusals.ts';

export const referralMutations = {
  referCase: async (_, { input }, operation) =>
    payload(operation, await referCase(operation, input), refusals, (made) => referralMade(operation, made)),
  assignCase: async (_, { input }, operation) =>
    payload(operation, await assignCase(operation, input), refusals, (made) => referralMade(operation, made)),
  passDownCase: async (_, { input }, operation) =>
    payload(operation, await passDownCase(operation, input), refusals, (made) => referralMade(operation, made)),
  raiseObjection: async (_, { input }, operation) =>
    payload(operation, await raiseObjection(operation, input), refusals, (made) => objectionMade(operation, made)),
  ruleObjection: async (_, { input }, operation) =>
    payload(operation, await ruleObjection(operation, input), refusals, (made) => objectionMade(operation, made)),
  ruleCompetence: async (_, { input }, operation) =>
    payload(operation, await ruleCompetence(operation, input), refusals, (made) => referralMade(operation, made)),
  submitReportBack: async (_, { input }, operation) =>
    payload(operation, await submitReportBack(operation, input), refusals, (made) => referralMade(operation, made)),
} satisfies Partial<MutationResolvers>;
