import { readNumber } from '@onevisit/evidence';
import { command, fail, ok, type CapabilityGrade } from '@onevisit/kernel';
import { readPin, readTrackingCode } from '@onevisit/vault';
import { allMatch, type Shown } from '../vault/kept-secret.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  caseNo: string;
  trackingCode: string;
  pin?: string | null | undefined;
  idempotencyKey?: undefined;
}>;

/** 核验查询码: an unknown number and a wrong code are one answer. */
export const verifyTrackingCode = command(
  'verifyTrackingCode',
  'capability:verify',
  async ({ capabilities, secrets }: ServiceTx, { caseNo, trackingCode, pin }: Request) => {
    const kept = await capabilities.byCaseNo(readNumber('CASE', caseNo) ?? '');
    const hasPin = typeof pin === 'string';
    const shown: readonly Shown[] = [
      { kind: 'TRACKING_CODE', secret: readTrackingCode(trackingCode), kept: kept?.codeHash ?? null },
      ...(hasPin ? [{ kind: 'PIN', secret: readPin(pin), kept: kept?.pinHash ?? null } as const] : []),
    ];
    if (!allMatch(secrets, kept?.id ?? null, shown)) return fail('CODE_NOT_VALID');

    const grade: CapabilityGrade = hasPin ? 'ACT' : 'VIEW';
    return ok({ caseId: kept?.id ?? null, grade });
  },
);
