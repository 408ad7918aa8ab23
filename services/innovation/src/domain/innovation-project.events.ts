import type { DomainEvent } from '@onevisit/kernel';
import type { InnovationProject, InnovationStage } from './innovation-project.ts';

/** What other subgraphs may want to know of a project; `previous` is null where it begins. */
export const stageChanged = (project: InnovationProject, previous: InnovationStage | null): DomainEvent => ({
  type: 'project.stageChanged.v1',
  subjectId: project.id,
  subjectVersion: project.version,
  organizationId: project.organizationId,
  data: { stage: project.stage, previousStage: previous, kind: project.kind },
});
