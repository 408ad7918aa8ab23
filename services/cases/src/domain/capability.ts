import type { Act, CaseFile, ContactPreference, Step } from './case-file.ts';
import { fact, taken } from './step.ts';

/** 查询码与行权密码 of one case, as hashes; its id is the case's. */
export type Capability = Readonly<{
  id: string;
  codeHash: string;
  setupTokenHash: string | null;
  setupExpiresAt: Date | null;
  pinHash: string | null;
  version: number;
}>;

/** A message on its way to the petitioner's own channel. */
export type OutgoingMessage = Readonly<{
  id: string;
  caseId: string;
  channel: ContactPreference;
  textSealed: string;
  dueAt: Date;
  state: 'PENDING' | 'SENT';
  sentAt: Date | null;
  version: number;
}>;

export type UnsealPurpose = 'CONTACT_PETITIONER' | 'DELIVER_DOCUMENT' | 'VERIFY_IDENTITY';

/** 信访人信息访问记录. */
export type IdentityAccess = Readonly<{
  id: string;
  caseId: string;
  partyId: string;
  staffId: string;
  organizationId: string;
  purpose: UnsealPurpose;
  justificationSealed: string;
  at: Date;
  expiresAt: Date;
}>;

/** 查看: stands in the history where the petitioner sees it, and counts as a contact with staff. */
export function identityUnsealed(file: CaseFile, access: Pick<IdentityAccess, 'id' | 'purpose'>, act: Act): Step {
  const told = fact(act, 'IdentityUnsealed', 'PETITIONER', {
    payload: { accessId: access.id, purpose: access.purpose, organizationId: act.organizationId },
  });
  return taken({ ...file, case: { ...file.case, staffContactAt: act.at } }, told);
}

/** 更换查询码: by the petitioner; the one before opens nothing any more. */
export const trackingCodeRotated = (file: CaseFile, act: Act): Step =>
  taken(file, fact(act, 'TrackingCodeRotated', 'PETITIONER'));

/** 设置行权密码: by the petitioner, away from staff. */
export const pinSet = (file: CaseFile, act: Act): Step => taken(file, fact(act, 'PinSet', 'PETITIONER'));
