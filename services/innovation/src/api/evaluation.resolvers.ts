import { payload, type FieldsOf } from '@onevisit/subgraph';
import { evaluateProject } from '../app/project/evaluate-project.ts';
import { effectOfProject } from '../app/project/find-project.ts';
import type { Effect } from '../domain/evaluation/effect.ts';
import type { Evaluation } from '../domain/evaluation/evaluation.ts';
import { pilotQuarters, type PilotStep, type PreRegistration } from '../domain/evaluation/pre-registration.ts';
import type {
  EffectResolvers,
  EvaluationResolvers,
  MutationResolvers,
  PilotStepResolvers,
  PreRegistrationResolvers,
  QueryResolvers,
} from './generated.ts';
import { evaluateProjectErrors } from './innovation-project.errors.ts';
import { madeBy } from './innovation-project.resolvers.ts';

export const evaluationQueries = {
  projectEffect: (_, { projectId }, operation) => effectOfProject(operation, projectId),
} satisfies Partial<QueryResolvers>;

export const evaluationMutations = {
  evaluateProject: async (_, { input }, operation) =>
    payload(operation, await evaluateProject(operation, input), evaluateProjectErrors, madeBy(operation)),
} satisfies Partial<MutationResolvers>;

export const evaluationFields: FieldsOf<EvaluationResolvers, Evaluation> = {
  evaluatedBy: ({ staffId }) => ({ id: staffId }),
};

export const effectFields: FieldsOf<EffectResolvers, Effect> = {
  indicator: ({ indicatorCode }) => ({ code: indicatorCode }),
};

export const preRegistrationFields: FieldsOf<PreRegistrationResolvers, PreRegistration> = {
  pilotQuarters,
  pilotUnits: ({ pilotUnitIds }) => pilotUnitIds.map((id) => ({ id })),
  comparisonUnits: ({ comparisonUnitIds }) => comparisonUnitIds.map((id) => ({ id })),
};

export const pilotStepFields: FieldsOf<PilotStepResolvers, PilotStep> = {
  unit: ({ organizationId }) => ({ id: organizationId }),
};
