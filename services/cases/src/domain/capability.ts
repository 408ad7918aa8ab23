import type { ContactPreference } from './case-file.ts';

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
