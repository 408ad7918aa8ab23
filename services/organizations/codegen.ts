import { resolverTypes } from '@onevisit/tooling/codegen';

export default resolverTypes({
  Area: '../domain/area.ts#Area as AreaModel',
  CalendarDay: '@onevisit/calendar#CalendarDay as CalendarDayModel',
  Campaign: '../domain/campaign.ts#Campaign as CampaignModel',
  Competence: '../domain/competence.ts#Competence as CompetenceModel',
  CompetentOrganization: '../domain/competence.ts#CompetenceMatch as CompetenceMatchModel',
  IndicatorDefinition: '../domain/indicator-definition.ts#IndicatorDefinition as IndicatorDefinitionModel',
  IndicatorValue: '../domain/indicator-value.ts#IndicatorValue as IndicatorValueModel',
  IssueType: '../domain/issue-type.ts#IssueTypeReference as IssueTypeReferenceModel',
  LeadershipPost: '../domain/leadership-post.ts#LeadershipPost as LeadershipPostModel',
  Organization: '../domain/organization.ts#Organization as OrganizationModel',
  RuleSetIndicatorItem: '../domain/scoring/rule-set-document.ts#IndicatorItem as IndicatorItemModel',
  RuleSetFactItem: '../domain/scoring/rule-set-document.ts#FactItem as FactItemModel',
  ScoreBand: '../domain/scoring/rule-set-document.ts#Band as BandModel',
  ScoreLine: '../domain/scoring/score.ts#ScoreLine as ScoreLineModel',
  ScoringRuleSet: '../domain/rule-set.ts#RuleSetOnRecord as RuleSetModel',
  ServiceWindow: '../domain/service-window.ts#ServiceWindow as ServiceWindowModel',
  Staff: '../domain/staff.ts#StaffReference as StaffReferenceModel',
  TaskForce: '../domain/task-force.ts#TaskForce as TaskForceModel',
  WorkCalendar: '@onevisit/calendar#WorkCalendar as WorkCalendarModel',
});
