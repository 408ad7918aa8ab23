import { fail, ok, type Result } from '@onevisit/kernel';
import type { ProjectMetric } from './project-metric.ts';

export type ProjectKind = 'FLAGSHIP' | 'BRAND' | 'HIGHLIGHT' | 'GRASSROOTS';

export type InnovationStage =
  | 'IDEA'
  | 'PROPOSED'
  | 'APPROVED'
  | 'PILOT'
  | 'EVALUATED'
  | 'STANDARDIZED'
  | 'REPLICATING'
  | 'SHOWCASED'
  | 'SUSTAINED'
  | 'STOPPED';

/** 创新项目: a new way of working, tried where it can be compared with the old one. */
export type InnovationProject = Readonly<{
  id: string;
  /** `IP-ONEVISIT`. */
  code: string;
  title: string;
  kind: ProjectKind;
  /** 内容分类 of the problem that it starts from. */
  problemCode: string;
  hypothesis: string;
  /** Who answers for it. */
  organizationId: string;
  leadId: string;
  /** 项目团队: who works on it beside its lead. */
  teamIds: readonly string[];
  campaignId: string | null;
  stage: InnovationStage;
  /** The first one decides. */
  metrics: readonly ProjectMetric[];
  pilotUnitIds: readonly string[];
  comparisonUnitIds: readonly string[];
  proposedAt: Date;
  version: number;
}>;

export type Proposal = Omit<InnovationProject, 'teamIds' | 'stage' | 'version'>;

export const longestTitle = 100;
export const longestText = 5_000;
const mostUnits = 50;

type ProposalRefusal =
  'TITLE_EMPTY' | 'TITLE_TOO_LONG' | 'HYPOTHESIS_EMPTY' | 'HYPOTHESIS_TOO_LONG' | 'UNIT_ON_BOTH_SIDES' | 'TOO_MANY';

/** 立项申报: what it is to be measured by may still be missing, and is asked for when it is approved. */
export function proposed(proposal: Proposal): Result<InnovationProject, ProposalRefusal> {
  const { title, hypothesis, pilotUnitIds, comparisonUnitIds } = proposal;
  if (title.trim() === '') return fail('TITLE_EMPTY');
  if (title.length > longestTitle) return fail('TITLE_TOO_LONG');
  if (hypothesis.trim() === '') return fail('HYPOTHESIS_EMPTY');
  if (hypothesis.length > longestText) return fail('HYPOTHESIS_TOO_LONG');
  if (Math.max(pilotUnitIds.length, comparisonUnitIds.length) > mostUnits) return fail('TOO_MANY');
  if (pilotUnitIds.some((id) => comparisonUnitIds.includes(id))) return fail('UNIT_ON_BOTH_SIDES');

  return ok({ ...proposal, teamIds: [], stage: 'PROPOSED', version: 1 });
}

/** 立项: nothing is tried that could not be told from what it is compared with. */
export function approved(
  project: InnovationProject,
): Result<InnovationProject, 'WRONG_STATE' | 'METRIC_MISSING' | 'COMPARISON_MISSING'> {
  if (project.stage !== 'PROPOSED') return fail('WRONG_STATE');
  if (project.metrics.length === 0) return fail('METRIC_MISSING');
  if (project.pilotUnitIds.length === 0 || project.comparisonUnitIds.length === 0) return fail('COMPARISON_MISSING');
  return ok({ ...project, stage: 'APPROVED' });
}

/** 试点: the trial begins. */
export function inPilot(project: InnovationProject): Result<InnovationProject, 'WRONG_STATE'> {
  if (project.stage !== 'APPROVED') return fail('WRONG_STATE');
  return ok({ ...project, stage: 'PILOT' });
}

/** 评估: the trial is over, and what came of it is told, whatever it is. */
export function evaluated(project: InnovationProject): Result<InnovationProject, 'WRONG_STATE'> {
  if (project.stage !== 'PILOT') return fail('WRONG_STATE');
  return ok({ ...project, stage: 'EVALUATED' });
}
