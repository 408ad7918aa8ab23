import { readNumber } from '@onevisit/evidence';
import { command, fail, ok } from '@onevisit/kernel';
import { choosePin, readSetupToken, readTrackingCode } from '@onevisit/vault';
import { pinSet, type Capability } from '../../domain/capability.ts';
import { actOf } from '../case/case-command.ts';
import { allMatch, keptHash } from '../vault/kept-secret.ts';
import type { ServiceTx } from '../operation.ts';
import { recordStep } from '../case/record-step.ts';

type Request = Readonly<{
  caseNo: string;
  trackingCode: string;
  setupToken: string;
  pin: string;
  idempotencyKey?: undefined;
}>;

/** 设置行权密码: once, with the token that went to the petitioner's own channel. */
export const setPetitionerPin = command(
  'setPetitionerPin',
  'capability:verify',
  async (tx: ServiceTx, request: Request) => {
    // Looked at first: whether a code is right must not show in what is said of the PIN.
    const pin = choosePin(request.pin);
    if (!pin.ok) return fail('PIN_TOO_SIMPLE');
    const found = await tx.capabilities.byCaseNo(readNumber('CASE', request.caseNo) ?? '');
    if (!mayChoose(tx, found, request) || !found) return fail('CODE_NOT_VALID');

    const file = await tx.files.locked(found.id);
    const capability = await tx.capabilities.locked(found.id);
    // Somebody else may have used the token meanwhile.
    if (!file || !capability || !mayChoose(tx, capability, request)) return fail('CODE_NOT_VALID');

    const pinHash = keptHash(tx.secrets, { kind: 'PIN', caseId: file.case.id, secret: pin.value });
    await tx.capabilities.update(capability, { ...capability, pinHash, setupTokenHash: null, setupExpiresAt: null });
    await recordStep(tx, file, pinSet(file, actOf(tx)));
    return ok({ caseId: file.case.id });
  },
);

function mayChoose({ secrets, now }: ServiceTx, kept: Capability | null, { trackingCode, setupToken }: Request) {
  const isCurrent = kept?.setupExpiresAt ? now < kept.setupExpiresAt : false;
  const isShown = allMatch(secrets, kept?.id ?? null, [
    { kind: 'TRACKING_CODE', secret: readTrackingCode(trackingCode), kept: kept?.codeHash ?? null },
    { kind: 'SETUP_TOKEN', secret: readSetupToken(setupToken), kept: kept?.setupTokenHash ?? null },
  ]);
  return isShown && isCurrent;
}
