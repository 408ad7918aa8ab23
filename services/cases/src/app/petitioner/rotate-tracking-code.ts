import { fail, ok } from '@onevisit/kernel';
import { newTrackingCode, open, seal } from '@onevisit/vault';
import { trackingCodeRotated } from '../../domain/capability.ts';
import { caseCommand, type MadeInCase } from '../case/case-command.ts';
import { keptHash } from '../vault/kept-secret.ts';
import type { ServiceOperation } from '../operation.ts';

type Request = Readonly<{ idempotencyKey: string; caseId: string }>;

/** 更换查询码: by the petitioner alone; whoever has the old one has nothing any more. */
export const rotateTrackingCode = caseCommand(
  'rotateTrackingCode',
  'capability:rotate',
  async (tx, { file, act }, { caseId }: Request) => {
    if (tx.viewer.grade !== 'ACT') return fail('GRADE_ACT_REQUIRED');
    const capability = await tx.capabilities.locked(caseId);
    if (!capability) return fail('CASE_NOT_FOUND');
    const secret = newTrackingCode();
    const codeHash = keptHash(tx.secrets, { kind: 'TRACKING_CODE', caseId, secret });
    await tx.capabilities.update(capability, { ...capability, codeHash });
    const key = await tx.keys.of(caseId);
    // What was told once is told again to who repeats the request, and stands nowhere in the clear.
    const trackingCodeSealed = seal(key, { column: 'idempotency_keys.tracking_code', rowId: caseId }, secret);
    return ok({ step: trackingCodeRotated(file, act), made: { trackingCodeSealed } });
  },
);

/** The new code, for the one who asked for it. */
export async function rotatedCode({ load }: ServiceOperation, made: MadeInCase): Promise<string | null> {
  const key = await load.keys.load(made.caseId);
  const sealed = made['trackingCodeSealed'];
  return key && sealed ? open(key, { column: 'idempotency_keys.tracking_code', rowId: made.caseId }, sealed) : null;
}
