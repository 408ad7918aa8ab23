import { localDate } from '@onevisit/calendar';
import { jsonHash } from '@onevisit/evidence';
import { command, ok } from '@onevisit/kernel';
import { findingsOf, type Evaluation } from '../../domain/evaluation/evaluation.ts';
import { designOf, type PreRegistration } from '../../domain/evaluation/pre-registration.ts';
import { ready } from '../../domain/evaluation/readiness.ts';
import { evaluated as toldBy } from '../../domain/innovation-project.events.ts';
import { evaluated } from '../../domain/innovation-project.ts';
import { reachStage, type StageRequest } from './change-stage.ts';
import type { ServiceTx } from '../operation.ts';

/** 评估: reads the ledger as the registration says, and tells what came of the trial, whatever it is. */
export const evaluateProject = command(
  'evaluateProject',
  'project:evaluate',
  async (tx: ServiceTx, request: StageRequest) => {
    const reached = await reachStage(tx, request, evaluated);
    if (!reached.ok) return reached;

    const project = reached.value;
    const registered = await tx.evaluations.registrationOf(project.id);
    const ledger = registered ? await ledgerOf(tx, registered) : [];
    const registration = ready(registered, localDate(tx.now).toString(), ledger);
    if (!registration.ok) return registration;

    const { method, registeredAt: preRegisteredAt } = registration.value;
    const evaluation: Evaluation = {
      ...findingsOf(untouched(registration.value), ledger),
      projectId: project.id,
      method,
      preRegisteredAt,
      staffId: tx.viewer.id,
      evaluatedAt: tx.now,
    };
    await tx.evaluations.insert(evaluation);
    tx.emit(toldBy(project, evaluation));
    return ok({ projectId: project.id });
  },
);

function ledgerOf(tx: ServiceTx, { metrics, pilotUnitIds, comparisonUnitIds }: PreRegistration) {
  const codes = metrics.flatMap(({ indicatorCode, guardrails }) => [indicatorCode, ...guardrails]);
  return tx.evaluations.ledgerOf(codes, [...pilotUnitIds, ...comparisonUnitIds]);
}

/** The design that was registered; whoever changed it in the database does not get a verdict from it. */
function untouched(registration: PreRegistration) {
  const design = designOf(registration);
  if (jsonHash(design) !== registration.hash)
    throw new Error(`the registration of project ${registration.projectId} is not what was hashed`);
  return design;
}
