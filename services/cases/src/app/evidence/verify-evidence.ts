import { isAnchorSigned, rootOfHeads } from '@onevisit/evidence';
import type { AuditReader } from '../../data/audit.reader.ts';
import type { AuditAnchor } from '../../domain/audit-anchor.ts';
import { chainBreak, type ChainBreak } from './chain-break.ts';
import type { Secrets } from '../vault/secrets.ts';

/** The first broken link of all chains, or the first anchor that is not as it was signed. */
export type EvidenceBreak =
  | (ChainBreak & Readonly<{ of: 'CHAIN'; caseId: string; caseNo: string | null }>)
  | Readonly<{ of: 'ANCHOR'; date: string }>;

export type EvidenceReport = Readonly<{ chains: number; anchors: number; firstBreak: EvidenceBreak | null }>;

type Grounds = Readonly<{ read: AuditReader; keys: Secrets['receiptKeys'] }>;
const pageSize = 200;

/** Reads every chain and every anchor from one end to the other, and stops at the first that is not whole. */
export async function verifyEvidence(grounds: Grounds): Promise<EvidenceReport> {
  const found = await verifyAnchors(grounds);
  if (found.firstBreak) return { ...found, chains: 0 };
  return { ...found, ...(await verifyChains(grounds.read)) };
}

async function verifyChains(read: AuditReader): Promise<Pick<EvidenceReport, 'chains' | 'firstBreak'>> {
  let [chains, behind]: [number, string | null] = [0, null];
  for (;;) {
    const page = await read.chains(behind, pageSize);
    for (const chain of page) {
      const broken = chainBreak(chain);
      const { caseId, caseNo } = chain;
      if (broken) return { chains, firstBreak: { of: 'CHAIN', caseId, caseNo, ...broken } };
      chains += 1;
    }
    behind = page.at(-1)?.caseId ?? null;
    if (page.length < pageSize) return { chains, firstBreak: null };
  }
}

async function verifyAnchors({ read, keys }: Grounds): Promise<Pick<EvidenceReport, 'anchors' | 'firstBreak'>> {
  let [anchors, last]: [number, AuditAnchor | null] = [0, null];
  for (;;) {
    const page: readonly AuditAnchor[] = await read.anchorsAfter(last?.date ?? null, pageSize);
    for (const anchor of page) {
      const isSigned = await isAnchorSigned(anchor.signature, anchor, keys);
      const isNext: boolean = anchor.previousRoot === (last?.merkleRoot ?? null);
      const isRoot = rootOfHeads(await read.headsOf(anchor.date)) === anchor.merkleRoot;
      if (!isSigned || !isNext || !isRoot) return { anchors, firstBreak: { of: 'ANCHOR', date: anchor.date } };
      last = anchor;
      anchors += 1;
    }
    if (page.length < pageSize) return { anchors, firstBreak: null };
  }
}
