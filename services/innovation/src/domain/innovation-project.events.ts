import type { DomainEvent } from '@onevisit/kernel';
import type { Findings } from './evaluation/evaluation.ts';
import type { InnovationProject, InnovationStage } from './innovation-project.ts';

/** What other subgraphs may want to know of a project; `previous` is null where it begins. */
export const stageChanged = (project: InnovationProject, previous: InnovationStage | null): DomainEvent => ({
  ...about(project),
  type: 'project.stageChanged.v1',
  data: { stage: project.stage, previousStage: previous, kind: project.kind },
});

/** What came of its trial. */
export const evaluated = (
  project: InnovationProject,
  { verdict, hasWorseGuardrail }: Pick<Findings, 'verdict' | 'hasWorseGuardrail'>,
): DomainEvent => ({
  ...about(project),
  type: 'project.evaluated.v1',
  data: { stage: project.stage, verdict, hasWorseGuardrail, kind: project.kind },
});

const about = (project: InnovationProject) => ({
  subjectId: project.id,
  subjectVersion: project.version,
  organizationId: project.organizationId,
});
