import { fail, ok, type Result, type Viewer } from '@onevisit/kernel';
import { longestText, longestTitle, type InnovationProject } from './innovation-project.ts';

/** 里程碑: something that a project has to get done, and how much of the whole it is. */
export type Milestone = Readonly<{
  id: string;
  projectId: string;
  title: string;
  /** 1 to 100; counts beside the weights of the project's other milestones. */
  weight: number;
  /** YYYY-MM-DD. */
  dueOn: string;
  /** 完成情况: what shows that it was reached; null before. */
  evidence: string | null;
  reachedAt: Date | null;
  reachedById: string | null;
  version: number;
}>;

const greatestWeight = 100;
const mostMilestones = 30;
const largestTeam = 30;

type Planned = Pick<Milestone, 'id' | 'projectId' | 'title' | 'weight' | 'dueOn'>;

type PlanRefusal = 'TITLE_EMPTY' | 'TITLE_TOO_LONG' | 'WEIGHT_OUT_OF_RANGE' | 'DUE_IN_THE_PAST' | 'TOO_MANY';

/** Plans a milestone beside so many others; `today` is YYYY-MM-DD. */
export function planned(milestone: Planned, today: string, others: number): Result<Milestone, PlanRefusal> {
  const { title, weight, dueOn } = milestone;
  if (title.trim() === '') return fail('TITLE_EMPTY');
  if (title.length > longestTitle) return fail('TITLE_TOO_LONG');
  if (weight < 1 || weight > greatestWeight) return fail('WEIGHT_OUT_OF_RANGE');
  if (dueOn < today) return fail('DUE_IN_THE_PAST');
  if (others >= mostMilestones) return fail('TOO_MANY');
  return ok({ ...milestone, evidence: null, reachedAt: null, reachedById: null, version: 1 });
}

type Reach = Readonly<{ evidence: string; by: string; at: Date }>;

/** Records that a milestone was reached, and what shows it. */
export function reached(
  milestone: Milestone,
  { evidence, by, at }: Reach,
): Result<Milestone, 'ALREADY_REACHED' | 'EVIDENCE_EMPTY' | 'EVIDENCE_TOO_LONG'> {
  if (milestone.reachedAt !== null) return fail('ALREADY_REACHED');
  if (evidence.trim() === '') return fail('EVIDENCE_EMPTY');
  if (evidence.length > longestText) return fail('EVIDENCE_TOO_LONG');
  return ok({ ...milestone, evidence, reachedAt: at, reachedById: by });
}

/** 进度: the weight of what was reached, of the whole; null where nothing is planned. */
export function progressOf(milestones: readonly Milestone[]): number | null {
  const weightOf = (some: readonly Milestone[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  if (milestones.length === 0) return null;
  return weightOf(milestones.filter(({ reachedAt }) => reachedAt !== null)) / weightOf(milestones);
}

/** Who works on a project plans it: its lead, its team, and the innovation lead of the city. */
export const mayPlan = ({ id, roles }: Viewer, { leadId, teamIds }: InnovationProject): boolean =>
  id === leadId || teamIds.includes(id) || roles.includes('INNOVATION_LEAD');

/** 项目团队: each once; its lead is in it without being named. */
export function withTeam(
  project: InnovationProject,
  memberIds: readonly string[],
): Result<InnovationProject, 'TOO_MANY'> {
  const teamIds = [...new Set(memberIds)].filter((id) => id !== project.leadId);
  return teamIds.length > largestTeam ? fail('TOO_MANY') : ok({ ...project, teamIds });
}

/** What is over is not planned any more. */
export const isOver = ({ stage }: InnovationProject): boolean => stage === 'STOPPED' || stage === 'SUSTAINED';
