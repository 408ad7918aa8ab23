import { createHmac, timingSafeEqual } from 'node:crypto';
import { drawnCharacters, readCharacters } from '@onevisit/kernel';

/** What a petitioner shows instead of a login: 查询码, 确认密码, or the token that lets the latter be set. */
export type SecretKind = 'TRACKING_CODE' | 'PIN' | 'SETUP_TOKEN';

/** One secret of one case. */
export type CaseSecret = Readonly<{ kind: SecretKind; caseId: string; secret: string }>;

const trackingCodeLength = 10;
const setupTokenLength = 16;

/** 查询码 (grade VIEW): 50 random bits; staff print it, so it signs nothing. */
export const newTrackingCode = (): string => drawnCharacters(trackingCodeLength);
export const readTrackingCode = (text: string): string | null => readCharacters(text, trackingCodeLength);

/** Goes to the petitioner's own channel and lets a PIN be set: 80 random bits. */
export const newSetupToken = (): string => drawnCharacters(setupTokenLength);
export const readSetupToken = (text: string): string | null => readCharacters(text, setupTokenLength);

/** What is kept instead of the secret: HMAC-SHA256, worth nothing without the capability key. */
export const capabilityHash = (capabilityKey: Uint8Array, { kind, caseId, secret }: CaseSecret): Buffer =>
  createHmac('sha256', capabilityKey).update([kind, caseId, secret].join('\0')).digest();

/** Whether it is the secret of which this was kept. An unknown case keeps null, and takes the same time. */
export function capabilityMatches(capabilityKey: Uint8Array, shown: CaseSecret, kept: Uint8Array | null): boolean {
  const hash = capabilityHash(capabilityKey, shown);
  return timingSafeEqual(hash, kept?.length === hash.length ? kept : Buffer.alloc(hash.length));
}
