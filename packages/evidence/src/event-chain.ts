import { jsonHash } from './hash.ts';

/** A fact of a case's history. Free text enters only as a hash, so that shredding it keeps the chain whole. */
export type EventFacts = Readonly<{
  caseId: string;
  type: string;
  at: Date;
  /** Null for an automatic act, and for the petitioner. */
  actor: string | null;
  organization: string | null;
  visibility: string;
  /** `textHash` of the reason as it is stored, sealed. */
  reasonHash: string | null;
  /** `jsonHash` of the payload. */
  payloadHash: string;
}>;

/** Its place: each event vouches for all before it. */
export type ChainLink = Readonly<{
  /** 1 for the first event of a case, whose `prevHash` is null. */
  seq: number;
  prevHash: string | null;
  hash: string;
}>;

export type ChainedEvent = EventFacts & ChainLink;

/** The fact in its place behind the case's last event (null: there is none yet). */
export function chainedEvent<Facts extends EventFacts>(
  facts: Facts,
  last: Pick<ChainLink, 'seq' | 'hash'> | null,
): Facts & ChainLink {
  const place = { seq: (last?.seq ?? 0) + 1, prevHash: last?.hash ?? null };
  return { ...facts, ...place, hash: eventHash({ ...facts, ...place }) };
}

/**
 * The first place where a case's events, in their order, are not what was written: changed, missing, swapped or of
 * another case. Null where all are whole. Events that are missing at the end show only against a hash kept elsewhere.
 */
export function verifyChain(events: readonly ChainedEvent[]): number | null {
  const broken = events.findIndex((event, index) => !isBehind(event, events[index - 1] ?? null));
  return broken === -1 ? null : broken + 1;
}

const isBehind = (event: ChainedEvent, last: ChainedEvent | null): boolean =>
  event.seq === (last?.seq ?? 0) + 1 &&
  event.prevHash === (last?.hash ?? null) &&
  event.caseId === (last?.caseId ?? event.caseId) &&
  event.hash === eventHash(event);

// Named one by one: what else stands in the row does not enter the hash, and nothing can drop out of it unseen.
const eventHash = (event: EventFacts & Omit<ChainLink, 'hash'>): string =>
  jsonHash({
    caseId: event.caseId,
    seq: event.seq,
    type: event.type,
    at: event.at.toISOString(),
    actor: event.actor,
    organization: event.organization,
    visibility: event.visibility,
    reasonHash: event.reasonHash,
    payloadHash: event.payloadHash,
    prevHash: event.prevHash,
  });
