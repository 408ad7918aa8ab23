import { command, ok } from '@onevisit/kernel';
import { noted } from '../../domain/risk.ts';
import type { ServiceTx } from '../operation.ts';
import { projectToPlan } from '../project/plan-project.ts';

type Request = Readonly<{ projectId: string; description: string; measure: string; idempotencyKey: string }>;

/** 项目风险: notes what may go wrong, and what is done against it. */
export const noteRisk = command('noteRisk', 'project:plan', async (tx: ServiceTx, request: Request) => {
  const project = await projectToPlan(tx, request.projectId);
  if (!project.ok) return project;

  const { projectId, description, measure } = request;
  const others = await tx.risks.countOpen(projectId);
  const by = { notedById: tx.viewer.id, notedAt: tx.now };
  const risk = noted({ id: tx.newId(), projectId, description, measure, ...by }, others);
  if (!risk.ok) return risk;

  await tx.risks.insert(risk.value);
  return ok({ projectId });
});
