import { defineTable } from '@onevisit/data';
import type { InnovationProject } from '../domain/innovation-project.ts';
import type { ProjectTimelineEntry } from '../domain/project-timeline.ts';

export const innovationProjectTable = defineTable<InnovationProject>('innovation_projects', {
  id: 'uuid',
  code: 'text',
  title: 'text',
  kind: 'text',
  problemCode: 'text',
  hypothesis: 'text',
  organizationId: 'uuid',
  leadId: 'uuid',
  teamIds: 'uuids',
  campaignId: 'uuid?',
  stage: 'text',
  metrics: 'json',
  pilotUnitIds: 'uuids',
  comparisonUnitIds: 'uuids',
  proposedAt: 'instant',
  version: 'integer',
});

export const projectTimelineTable = defineTable<ProjectTimelineEntry>('project_timeline', {
  id: 'uuid',
  projectId: 'uuid',
  stage: 'text',
  reason: 'text?',
  staffId: 'uuid',
  at: 'instant',
});
