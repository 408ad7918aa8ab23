import { command, fail, ok } from '@onevisit/kernel';
import { closed } from '../../domain/risk.ts';
import type { ServiceTx } from '../operation.ts';
import { projectToPlan } from '../project/plan-project.ts';

type Request = Readonly<{ riskId: string; outcome: string; idempotencyKey?: string | null | undefined }>;

/** 风险处置: says what became of a risk. */
export const closeRisk = command('closeRisk', 'project:plan', async (tx: ServiceTx, request: Request) => {
  const current = await tx.risks.locked(request.riskId);
  if (!current) return fail('RISK_NOT_FOUND');
  const project = await projectToPlan(tx, current.projectId);
  if (!project.ok) return project.reason === 'PROJECT_NOT_FOUND' ? fail('RISK_NOT_FOUND') : fail(project.reason);

  const risk = closed(current, request.outcome, tx.now);
  if (!risk.ok) return risk;

  await tx.risks.update(current, risk.value);
  return ok({ projectId: current.projectId });
});
