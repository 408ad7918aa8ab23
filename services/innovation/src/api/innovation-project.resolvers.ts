import { payload, type FieldsOf } from '@onevisit/subgraph';
import { approveProject } from '../app/project/approve-project.ts';
import {
  effectOfProject,
  findProject,
  findProjectByCode,
  milestonesOfProject,
  preRegistrationOfProject,
  risksOfProject,
  stopReasonOf,
  timelineOfProject,
} from '../app/project/find-project.ts';
import { listProjects } from '../app/project/list-projects.ts';
import type { ServiceOperation } from '../app/operation.ts';
import { proposeProject } from '../app/project/propose-project.ts';
import { startPilot } from '../app/project/start-pilot.ts';
import type { InnovationProject } from '../domain/innovation-project.ts';
import { progressOf } from '../domain/milestone.ts';
import type { ProjectMetric } from '../domain/project-metric.ts';
import type { ProjectTimelineEntry } from '../domain/project-timeline.ts';
import type {
  InnovationProjectResolvers,
  MutationResolvers,
  ProjectMetricResolvers,
  ProjectTimelineEntryResolvers,
  QueryResolvers,
} from './generated.ts';
import { approveProjectErrors, proposeProjectErrors, startPilotErrors } from './innovation-project.errors.ts';

export const innovationProjectQueries = {
  innovationProjects: (_, { first, after, stage, kind }, operation) =>
    listProjects(operation, { first, after, stage: stage ?? null, kind: kind ?? null }),
  innovationProject: (_, { code }, operation) => findProjectByCode(operation, code),
} satisfies Partial<QueryResolvers>;

export const innovationProjectMutations = {
  proposeProject: async (_, { input }, operation) =>
    payload(operation, await proposeProject(operation, input), proposeProjectErrors, madeBy(operation)),
  approveProject: async (_, { input }, operation) =>
    payload(operation, await approveProject(operation, input), approveProjectErrors, madeBy(operation)),
  startPilot: async (_, { input }, operation) =>
    payload(operation, await startPilot(operation, input), startPilotErrors, madeBy(operation)),
} satisfies Partial<MutationResolvers>;

export const innovationProjectFields: FieldsOf<InnovationProjectResolvers, InnovationProject> = {
  __resolveReference: ({ id }, operation) => findProject(operation, id),
  problem: ({ problemCode }) => ({ code: problemCode }),
  owner: ({ organizationId }) => ({ id: organizationId }),
  lead: ({ leadId }) => ({ id: leadId }),
  campaign: ({ campaignId }) => (campaignId === null ? null : { id: campaignId }),
  pilotUnits: ({ pilotUnitIds }) => pilotUnitIds.map((id) => ({ id })),
  comparisonUnits: ({ comparisonUnitIds }) => comparisonUnitIds.map((id) => ({ id })),
  preRegistration: ({ id }, _, operation) => preRegistrationOfProject(operation, id),
  evaluation: ({ id }, _, operation) => effectOfProject(operation, id),
  stopReason: ({ id }, _, operation) => stopReasonOf(operation, id),
  team: ({ teamIds }) => teamIds.map((id) => ({ id })),
  milestones: ({ id }, _, operation) => milestonesOfProject(operation, id),
  progress: async ({ id }, _, operation) => progressOf(await milestonesOfProject(operation, id)),
  risks: ({ id }, _, operation) => risksOfProject(operation, id),
  timeline: ({ id }, _, operation) => timelineOfProject(operation, id),
};

export const projectMetricFields: FieldsOf<ProjectMetricResolvers, ProjectMetric> = {
  indicator: ({ indicatorCode }) => ({ code: indicatorCode }),
  guardrails: ({ guardrails }) => guardrails.map((code) => ({ code })),
};

export const projectTimelineEntryFields: FieldsOf<ProjectTimelineEntryResolvers, ProjectTimelineEntry> = {
  by: ({ staffId }) => ({ id: staffId }),
};

/** The project that a verb made or changed, read again. */
export const madeBy = (operation: ServiceOperation) => async (made: Readonly<{ projectId: string }>) => ({
  project: await findProject(operation, made.projectId),
});
