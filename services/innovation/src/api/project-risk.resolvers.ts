import { payload, type FieldsOf } from '@onevisit/subgraph';
import { closeRisk } from '../app/risk/close-risk.ts';
import { noteRisk } from '../app/risk/note-risk.ts';
import type { Risk } from '../domain/risk.ts';
import type { MutationResolvers, ProjectRiskResolvers } from './generated.ts';
import { madeBy } from './innovation-project.resolvers.ts';
import { closeRiskErrors, noteRiskErrors } from './milestone.errors.ts';

export const projectRiskMutations = {
  noteRisk: async (_, { input }, operation) =>
    payload(operation, await noteRisk(operation, input), noteRiskErrors, madeBy(operation)),
  closeRisk: async (_, { input }, operation) =>
    payload(operation, await closeRisk(operation, input), closeRiskErrors, madeBy(operation)),
} satisfies Partial<MutationResolvers>;

export const projectRiskFields: FieldsOf<ProjectRiskResolvers, Risk> = {
  notedBy: ({ notedById }) => ({ id: notedById }),
};
