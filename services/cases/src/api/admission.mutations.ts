import { payload } from '@onevisit/subgraph';
import { assignHandler } from '../app/case/assign-handler.ts';
import { contestAdmission } from '../app/contest/contest-admission.ts';
import { decideAdmission } from '../app/admission/decide-admission.ts';
import { deliverNotice } from '../app/delivery/deliver-notice.ts';
import { ruleContest } from '../app/contest/rule-contest.ts';
import type { MutationResolvers } from './generated.ts';
import { caseMade, contestMade } from './made.ts';
import { refusals } from './refusals.ts';

export const admissionMutations = {
  decideAdmission: async (_, { input }, operation) =>
    payload(operation, await decideAdmission(operation, input), refusals, (made) => caseMade(operation, made)),
  contestAdmission: async (_, { input }, operation) =>
    payload(operation, await contestAdmission(operation, input), refusals, (made) => contestMade(operation, made)),
  ruleContest: async (_, { input }, operation) =>
    payload(operation, await ruleContest(operation, input), refusals, (made) => contestMade(operation, made)),
  deliverNotice: async (_, { input }, operation) =>
    payload(operation, await deliverNotice(operation, input), refusals, (made) => caseMade(operation, made)),
  assignHandler: async (_, { input }, operation) =>
    payload(operation, await assignHandler(operation, input), refusals, (made) => caseMade(operation, made)),
} satisfies Partial<MutationResolvers>;
