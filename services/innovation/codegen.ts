import { resolverTypes } from '@onevisit/tooling/codegen';

export default resolverTypes({
  Campaign: '../domain/reference.ts#WithId as CampaignModel',
  Effect: '../domain/evaluation/effect.ts#Effect as EffectModel',
  Evaluation: '../domain/evaluation/evaluation.ts#Evaluation as EvaluationModel',
  IndicatorDefinition: '../domain/reference.ts#WithCode as IndicatorDefinitionModel',
  InnovationProject: '../domain/innovation-project.ts#InnovationProject as InnovationProjectModel',
  IssueType: '../domain/reference.ts#WithCode as IssueTypeModel',
  Organization: '../domain/reference.ts#WithId as OrganizationModel',
  Practice: '../domain/practice.ts#Practice as PracticeModel',
  Milestone: '../domain/milestone.ts#Milestone as MilestoneModel',
  PilotStep: '../domain/evaluation/pre-registration.ts#PilotStep as PilotStepModel',
  PreRegistration: '../domain/evaluation/pre-registration.ts#PreRegistration as PreRegistrationModel',
  ProjectMetric: '../domain/project-metric.ts#ProjectMetric as ProjectMetricModel',
  ProjectRisk: '../domain/risk.ts#Risk as ProjectRiskModel',
  ProjectTimelineEntry: '../domain/project-timeline.ts#ProjectTimelineEntry as ProjectTimelineEntryModel',
});
