import { localDate } from '@onevisit/calendar';
import { command, fail, ok } from '@onevisit/kernel';
import { stageChanged } from '../../domain/innovation-project.events.ts';
import { proposed, type ProjectKind } from '../../domain/innovation-project.ts';
import { checkedMetrics, type ProjectMetric } from '../../domain/project-metric.ts';
import { stageReached } from '../../domain/project-timeline.ts';
import { checkReferences } from './check-references.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  title: string;
  kind: ProjectKind;
  issueTypeCode: string;
  hypothesis: string;
  leadId?: string | null | undefined;
  campaignId?: string | null | undefined;
  metrics: readonly ProjectMetric[];
  pilotUnitIds: readonly string[];
  comparisonUnitIds: readonly string[];
  idempotencyKey: string;
}>;

/** 立项申报: the proposer's organization answers for the project. */
export const proposeProject = command('proposeProject', 'project:propose', async (tx: ServiceTx, request: Request) => {
  const { organizationId } = tx.viewer;
  if (organizationId === null) return fail('OWNER_NOT_FOUND');

  const metrics = checkedMetrics(request.metrics);
  if (!metrics.ok) return metrics;

  const outcome = proposed({
    id: tx.newId(),
    code: codeOf(await tx.projects.nextNumber(), tx.now),
    title: request.title,
    kind: request.kind,
    problemCode: request.issueTypeCode,
    hypothesis: request.hypothesis,
    organizationId,
    leadId: request.leadId ?? tx.viewer.id,
    campaignId: request.campaignId ?? null,
    metrics: metrics.value,
    pilotUnitIds: request.pilotUnitIds,
    comparisonUnitIds: request.comparisonUnitIds,
    proposedAt: tx.now,
  });
  if (!outcome.ok) return outcome;

  const project = outcome.value;
  const known = await checkReferences(tx, project);
  if (!known.ok) return known;

  await tx.projects.insert(project);
  await tx.projects.addToTimeline([
    stageReached(project, { id: tx.newId(), by: tx.viewer.id, at: tx.now, reason: null }),
  ]);
  tx.emit(stageChanged(project, null));
  return ok({ projectId: project.id });
});

/** `IP-2026-027`. */
const codeOf = (number: number, at: Date): string => `IP-${localDate(at).year}-${String(number).padStart(3, '0')}`;
