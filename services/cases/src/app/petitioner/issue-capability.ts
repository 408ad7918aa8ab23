import { daysLater } from '@onevisit/calendar';
import { newSetupToken, newTrackingCode, seal, type DataKey, type SecretKind } from '@onevisit/vault';
import { isSealed } from '../../domain/case.ts';
import type { CaseFile, ContactPreference } from '../../domain/case-file.ts';
import type { PartyRequest } from '../../domain/petition-request.ts';
import { keptHash } from '../vault/kept-secret.ts';
import type { ServiceTx } from '../operation.ts';

const setupDays = 30;

/**
 * 查询码: tells a new code once. Where the petitioner has a channel of their own, a set-up token goes there, so that
 * the PIN (行权密码) can be set away from staff.
 */
export async function issueCapability(
  tx: ServiceTx,
  key: DataKey,
  file: CaseFile,
  parties: readonly PartyRequest[],
): Promise<string> {
  const { id: caseId, caseNo } = file.case;
  const hash = (kind: SecretKind, secret: string) => keptHash(tx.secrets, { kind, caseId, secret });
  const trackingCode = newTrackingCode();
  const channel = isSealed(file.case) ? null : ownChannel(parties);
  const setupToken = channel === null ? null : newSetupToken();

  await tx.capabilities.insert({
    id: caseId,
    codeHash: hash('TRACKING_CODE', trackingCode),
    setupTokenHash: setupToken === null ? null : hash('SETUP_TOKEN', setupToken),
    setupExpiresAt: setupToken === null ? null : daysLater(tx.now, setupDays),
    pinHash: null,
    version: 1,
  });
  if (channel !== null && setupToken !== null) {
    const id = tx.newId();
    const textSealed = seal(
      key,
      { column: 'outgoing_messages.text_sealed', rowId: id },
      setupMessage(caseNo, setupToken),
    );
    await tx.messages.insert({
      id,
      caseId,
      channel,
      textSealed,
      dueAt: tx.now,
      state: 'PENDING',
      sentAt: null,
      version: 1,
    });
  }
  return trackingCode;
}

function ownChannel(parties: readonly PartyRequest[]): ContactPreference | null {
  const reachable = parties.find(
    ({ phone, contactPreference }) => Boolean(phone?.trim()) && contactPreference !== 'NONE',
  );
  return reachable?.contactPreference ?? null;
}

const setupMessage = (caseNo: string, token: string): string =>
  `您的信访事项 ${caseNo} 已登记。设置行权密码的一次性口令：${token}（30 日内有效，请勿告诉任何人，包括工作人员）。` +
  ` Your petition ${caseNo} is registered. One-time token to set your PIN: ${token} (30 days; tell nobody, staff included).`;
