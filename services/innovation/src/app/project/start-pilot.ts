import { localDate } from '@onevisit/calendar';
import { jsonHash } from '@onevisit/evidence';
import { command, ok } from '@onevisit/kernel';
import { designed, type EvaluationMethod, type PilotStep } from '../../domain/evaluation/pre-registration.ts';
import { inPilot } from '../../domain/innovation-project.ts';
import { reachStage, type StageRequest } from './change-stage.ts';
import type { ServiceTx } from '../operation.ts';

type Request = StageRequest &
  Readonly<{ method: EvaluationMethod; pilotTo?: string | null | undefined; steps: readonly PilotStep[] }>;

/** 启动试点: the trial begins in the pilot units, and from now on nobody can choose what it is measured by. */
export const startPilot = command('startPilot', 'project:start-pilot', async (tx: ServiceTx, request: Request) => {
  const started = await reachStage(tx, request, inPilot);
  if (!started.ok) return started;

  const { method, pilotTo = null, steps } = request;
  const design = designed(started.value, { method, pilotFrom: localDate(tx.now).toString(), pilotTo, steps });
  if (!design.ok) return design;

  await tx.evaluations.register({ ...design.value, registeredAt: tx.now, hash: jsonHash(design.value) });
  return ok({ projectId: started.value.id });
});
