import { fail, ok, type Result } from '@onevisit/kernel';
import type { WarningNotice } from '../../domain/warning-notice.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ warningId: string; expectedVersion?: number | null | undefined }>;

/** The frame of what a unit itself does about a warning: its own row, locked and as the client has seen it. */
export const answerWarning =
  <Given extends Request, Reason extends string>(
    answer: (warning: WarningNotice, request: Given, at: Date) => Result<WarningNotice, Reason>,
  ) =>
  async (tx: ServiceTx, request: Given) => {
    const warning = await tx.warnings.locked(request.warningId);
    if (!warning) return fail('WARNING_NOT_FOUND');
    if (warning.organizationId !== tx.viewer.organizationId) return fail('NOT_OF_YOUR_UNIT');
    if ((request.expectedVersion ?? warning.version) !== warning.version) return fail('STALE_VERSION');

    const outcome = answer(warning, request, tx.now);
    if (!outcome.ok) return outcome;

    await tx.warnings.update(warning, outcome.value);
    return ok({ warningId: warning.id });
  };
