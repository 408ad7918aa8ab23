import { CompactSign, compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { canonicalJson } from './hash.ts';
import { merkleRoot } from './merkle.ts';
import type { ReceiptKey } from './receipt.ts';

/** Where a chain stood when it was anchored. */
export type ChainHead = Readonly<{ caseId: string; seq: number; hash: string }>;

/** 日锚: what an anchor vouches for, the anchors of all days before it included. */
export type AnchorFacts = Readonly<{
  /** The day, YYYY-MM-DD. */
  date: string;
  merkleRoot: string;
  count: number;
  previousRoot: string | null;
}>;

const alg = 'EdDSA';
const typ = 'onevisit-anchor';

/** One hash over the heads of many chains, in the order of their cases. */
export const rootOfHeads = (heads: readonly ChainHead[]): string =>
  merkleRoot(
    heads
      .toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1))
      .map(({ caseId, seq, hash }) => canonicalJson({ caseId, seq, hash })),
  );

/** The anchor as a compact JWS: who can write every row of the database still cannot write this. */
export const signAnchor = (key: ReceiptKey, facts: AnchorFacts): Promise<string> =>
  new CompactSign(Buffer.from(saidBy(facts))).setProtectedHeader({ alg, kid: key.kid, typ }).sign(key.privateJwk);

/** Whether we signed exactly this. */
export async function isAnchorSigned(signature: string, facts: AnchorFacts, keys: JSONWebKeySet): Promise<boolean> {
  const keySet = createLocalJWKSet(keys);
  try {
    const { protectedHeader, payload } = await compactVerify(signature, keySet, { algorithms: [alg] });
    return protectedHeader.typ === typ && Buffer.from(payload).toString() === saidBy(facts);
  } catch {
    // Whatever is wrong with a signature, it is not one of ours.
    return false;
  }
}

// Named one by one: what else stands in the row is not signed.
const saidBy = (facts: AnchorFacts): string =>
  canonicalJson({
    date: facts.date,
    merkleRoot: facts.merkleRoot,
    count: facts.count,
    previousRoot: facts.previousRoot,
  });
