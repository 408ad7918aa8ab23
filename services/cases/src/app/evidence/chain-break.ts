import { jsonHash, textHash, verifyChain } from '@onevisit/evidence';
import type { StoredChain } from '../../data/audit.reader.ts';
import type { CaseEvent } from '../../domain/case-event.ts';

/** What is wrong at a place of a chain. */
export type ChainBreakKind = 'LINK' | 'CONTENT' | 'END' | 'ANCHOR';

/** The first place where a chain is not what was written. */
export type ChainBreak = Readonly<{ seq: number; kind: ChainBreakKind }>;

/** Looks for the first broken link: among the events, at the end that the case names, and at what was anchored. */
export function chainBreak(chain: StoredChain): ChainBreak | null {
  const breaks = [linkBreak(chain), contentBreak(chain), endBreak(chain), anchorBreak(chain)];
  return breaks
    .filter((found) => found !== null)
    .reduce<ChainBreak | null>((first, found) => (first === null || found.seq < first.seq ? found : first), null);
}

function linkBreak({ caseId, events }: StoredChain): ChainBreak | null {
  const foreign = events.some((event) => event.caseId !== caseId);
  const broken = verifyChain(
    events.map((event) => ({ ...event, actor: event.actorStaffId, organization: event.actorOrganizationId })),
  );
  return broken === null && !foreign ? null : { seq: broken ?? 1, kind: 'LINK' };
}

function contentBreak({ events }: StoredChain): ChainBreak | null {
  const at = events.findIndex((event) => !isHashed(event));
  return at === -1 ? null : { seq: at + 1, kind: 'CONTENT' };
}

/** Whether payload and sealed reason are what the event vouches for. */
export const isHashed = ({ payload, payloadHash, reasonSealed, reasonHash }: CaseEvent): boolean =>
  jsonHash(payload) === payloadHash && (reasonSealed === null ? null : textHash(reasonSealed)) === reasonHash;

function endBreak({ events, lastSeq, lastHash }: StoredChain): ChainBreak | null {
  const last = events.at(-1);
  if ((last?.seq ?? 0) === lastSeq && (last?.hash ?? null) === lastHash) return null;
  // Where the tail is missing, the first that is missing.
  return { seq: Math.min(lastSeq, events.length) + (events.length === lastSeq ? 0 : 1), kind: 'END' };
}

function anchorBreak({ events, anchored }: StoredChain): ChainBreak | null {
  const hashes = new Map(events.map(({ seq, hash }) => [seq, hash]));
  const lost = anchored.find(({ seq, hash }) => hashes.get(seq) !== hash);
  return lost ? { seq: Math.min(lost.seq, events.length + 1), kind: 'ANCHOR' } : null;
}
