import { randomBytes } from 'node:crypto';
import { CompactSign, compactVerify, createLocalJWKSet, type JSONWebKeySet, type JWK } from 'jose';
import { saltedHash } from './hash.ts';
import { isValidNumber } from './number.ts';

/** What an office certifies: that this was received, when and by whom (回执, 第二十一条). */
export type ReceiptFacts = Readonly<{
  receiptNo: string;
  caseNo: string;
  receivedAt: Date;
  organizationCode: string;
}>;

/** What a genuine receipt says. Only the receipt itself holds the salt. */
export type GenuineReceipt = ReceiptFacts & Readonly<{ contentHash: string; salt: string }>;

export type ReceiptVerdict = Readonly<{ status: 'VALID'; receipt: GenuineReceipt }> | Readonly<{ status: 'INVALID' }>;

export type ReceiptKey = Readonly<{ kid: string; privateJwk: JWK }>;

const alg = 'EdDSA';
const typ = 'onevisit-receipt';

/**
 * The whole receipt: a compact JWS whose payload is the facts and the salted hash of the content exactly as stored,
 * and whose protected header carries the salt. Whoever keeps a copy keeps it sealed: with the salt, a guess at the
 * content can be checked.
 */
export async function signReceipt(key: ReceiptKey, facts: ReceiptFacts, content: string): Promise<string> {
  const salt = randomBytes(16);
  const payload = {
    receiptNo: facts.receiptNo,
    caseNo: facts.caseNo,
    receivedAt: facts.receivedAt.toISOString(),
    organizationCode: facts.organizationCode,
    contentHash: saltedHash(salt, content),
  };
  if (!isPayload(payload)) throw new RangeError(`nothing can be received as ${facts.receiptNo} of ${facts.caseNo}`);

  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg, kid: key.kid, salt: salt.toString('hex'), typ })
    .sign(key.privateJwk);
}

/** Whether an office gave this receipt and no character of it was changed; needs nothing but the public keys. */
export async function verifyReceipt(receipt: string, publicJwks: JSONWebKeySet): Promise<ReceiptVerdict> {
  const keys = createLocalJWKSet(publicJwks);
  try {
    const { protectedHeader, payload } = await compactVerify(receipt, keys, { algorithms: [alg] });
    const facts: unknown = JSON.parse(Buffer.from(payload).toString());
    if (!isHeader(protectedHeader) || !isPayload(facts) || !isWrittenOneWay(receipt)) return { status: 'INVALID' };

    const { salt } = protectedHeader;
    return { status: 'VALID', receipt: { ...facts, receivedAt: new Date(facts.receivedAt), salt } };
  } catch {
    // Whatever is wrong with a receipt, it is not one of ours; a bad key set has thrown above.
    return { status: 'INVALID' };
  }
}

/** Whether this is the content that was received, exactly as stored. */
export const contentMatches = ({ contentHash, salt }: GenuineReceipt, content: string): boolean =>
  saltedHash(Buffer.from(salt, 'hex'), content) === contentHash;

type Header = Readonly<{ alg: typeof alg; kid: string; salt: string; typ: typeof typ }>;

type Payload = Readonly<Record<keyof Omit<GenuineReceipt, 'salt'>, string>>;

const isHeader = (header: object): header is Header =>
  hasTexts(header, ['alg', 'kid', 'salt', 'typ']) && header.typ === typ && /^[0-9a-f]{32}$/.test(header.salt);

const isPayload = (payload: unknown): payload is Payload =>
  hasTexts(payload, ['receiptNo', 'caseNo', 'receivedAt', 'organizationCode', 'contentHash']) &&
  isValidNumber('RECEIPT', payload.receiptNo) &&
  isValidNumber('CASE', payload.caseNo) &&
  isInstant(payload.receivedAt) &&
  payload.organizationCode !== '' &&
  /^[0-9a-f]{64}$/.test(payload.contentHash);

/** Has exactly these members, and each is a text. */
function hasTexts<const Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Readonly<Record<Name, string>> {
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return members.size === names.length && names.every((name) => typeof members.get(name) === 'string');
}

const isInstant = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

// The last character of a signature has several spellings; the other parts are signed as they are written.
function isWrittenOneWay(receipt: string): boolean {
  const signature = receipt.split('.')[2] ?? '';
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}
