import type { InnovationProject, InnovationStage } from './innovation-project.ts';

/** 推进过程: one change of a project's stage. */
export type ProjectTimelineEntry = Readonly<{
  id: string;
  projectId: string;
  /** The stage that it led to. */
  stage: InnovationStage;
  reason: string | null;
  staffId: string;
  at: Date;
}>;

type Act = Readonly<{ id: string; by: string; at: Date; reason: string | null }>;

/** The change that led to the present stage. */
export const stageReached = (
  { id: projectId, stage }: InnovationProject,
  { by, ...act }: Act,
): ProjectTimelineEntry => ({
  ...act,
  projectId,
  stage,
  staffId: by,
});
