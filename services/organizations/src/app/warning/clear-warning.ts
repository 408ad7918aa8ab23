import { command, fail, ok } from '@onevisit/kernel';
import { rectificationAccepted } from '../../domain/warning.events.ts';
import { cleared } from '../../domain/warning-notice.ts';
import type { ServiceTx } from '../operation.ts';
import { mayOversee } from './may-oversee.ts';

type Request = Readonly<{
  warningId: string;
  evidence: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 预警销号: what was wrong is put right. Never by the unit itself. */
export const clearWarning = command('clearWarning', 'warning:oversee', async (tx: ServiceTx, request: Request) => {
  const warning = await tx.warnings.locked(request.warningId);
  if (!warning) return fail('WARNING_NOT_FOUND');
  if (!(await mayOversee(tx, warning.organizationId))) return fail('NOT_YOURS_TO_OVERSEE');
  if ((request.expectedVersion ?? warning.version) !== warning.version) return fail('STALE_VERSION');

  const outcome = cleared(warning, request.evidence, tx.now);
  if (!outcome.ok) return outcome;

  tx.emit(rectificationAccepted(await tx.warnings.update(warning, outcome.value)));
  return ok({ warningId: warning.id });
});
