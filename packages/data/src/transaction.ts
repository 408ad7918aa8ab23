import type { Attempt, DeliveredEvent, DomainEvent, Made, Result, Scope, Viewer } from '@onevisit/kernel';
import { fail, newId, ok } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Database } from './database.ts';
import { claimKey, rememberMade, requestHash, storedKey, type IdempotencyKey } from './idempotency.ts';
import { isConflict, isConnectionLoss, retried } from './retry.ts';

/** Runs SQL inside the open transaction. */
export type Execute = (text: string, values?: readonly unknown[]) => Promise<unknown[]>;

/** Where a verb's events go: stored with the verb's own commit, handed on after it. */
export type Publisher = Readonly<{
  store: (execute: Execute, events: readonly DeliveredEvent[]) => Promise<void>;
  committed: () => void;
}>;

export type Frame<Repositories extends object> = Readonly<{
  /** Name of the subgraph, the `source` of its events. */
  source: string;
  database: Database;
  repositories: (manager: EntityManager) => Repositories;
  publisher: Publisher;
  viewer: Viewer;
  /** Business time. */
  now: Date;
}>;

/** Runs a verb once: a repeated attempt answers what it made before, a refusal leaves nothing behind. */
export async function runCommand<Repositories extends object, Value extends Made, Reason extends string>(
  frame: Frame<Repositories>,
  attempt: Attempt,
  work: (tx: Scope & Repositories) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'IDEMPOTENCY_KEY_REUSED'>> {
  const key = keyOf(frame, attempt);
  const once = async (tx: Scope & Repositories, manager: EntityManager): Promise<{ ok: true; value: Value }> => {
    if (!key) return accepted(await work(tx));

    const claim = await claimKey(manager, key, frame.now);
    if (claim.state === 'REUSED') throw new Refusal('IDEMPOTENCY_KEY_REUSED');
    if (claim.state === 'REPEATED') return ok(claim.made as Value);

    const outcome = accepted(await work(tx));
    await rememberMade(manager, key, outcome.value);
    return outcome;
  };
  try {
    return await committed(frame, once, key !== null);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.reason as Reason | 'IDEMPOTENCY_KEY_REUSED');
    throw error;
  }
}

/**
 * Runs work in one transaction; the events it emits are stored in the same commit. Tried again where the database did
 * not carry it through, so the work must keep nothing outside of it.
 */
export const runTransaction = <Repositories extends object, Value>(
  frame: Frame<Repositories>,
  work: (tx: Scope & Repositories, manager: EntityManager) => Promise<Value>,
): Promise<Value> => committed(frame, work, false);

/** `isRecognised`: a repetition finds out by itself that the first was carried through. */
async function committed<Repositories extends object, Value>(
  frame: Frame<Repositories>,
  work: (tx: Scope & Repositories, manager: EntityManager) => Promise<Value>,
  isRecognised: boolean,
): Promise<Value> {
  const isRetryable = (error: unknown): boolean =>
    isConflict(error) || isConnectionLoss(error) || (isRecognised && error instanceof UnknownOutcomeError);
  const value = await retried(() => attempted(frame, work), isRetryable);
  frame.publisher.committed();
  return value;
}

async function attempted<Repositories extends object, Value>(
  { source, database, repositories, publisher, viewer, now }: Frame<Repositories>,
  work: (tx: Scope & Repositories, manager: EntityManager) => Promise<Value>,
): Promise<Value> {
  const progress = { isCommitting: false };
  try {
    return await database.source.transaction(async (manager) => {
      const events: DeliveredEvent[] = [];
      const emit = (event: DomainEvent): void => void events.push(addressed(event, source, viewer, now));
      const value = await work({ viewer, now, newId, emit, ...repositories(manager) }, manager);
      if (events.length > 0) await publisher.store((text, values) => manager.query(text, [...(values ?? [])]), events);
      progress.isCommitting = true;
      return value;
    });
  } catch (error) {
    throw progress.isCommitting && isConnectionLoss(error) ? new UnknownOutcomeError(error) : error;
  }
}

/** The connection was lost while the server committed: whether it did, nobody here knows. */
export class UnknownOutcomeError extends Error {
  override readonly name = 'UnknownOutcomeError';

  constructor(cause: unknown) {
    super('lost at commit', { cause });
  }
}

const addressed = (event: DomainEvent, source: string, viewer: Viewer, now: Date): DeliveredEvent => ({
  ...event,
  id: newId(),
  source,
  time: now.toISOString(),
  actorOrganizationId: viewer.organizationId,
});

/** Leaves the transaction by being thrown, so that everything in it is rolled back. */
class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

function accepted<Value, Reason extends string>(outcome: Result<Value, Reason>): { ok: true; value: Value } {
  if (!outcome.ok) throw new Refusal(outcome.reason);
  return outcome;
}

type Asked = Pick<Frame<object>, 'database' | 'viewer'>;

function keyOf({ database, viewer }: Asked, { verb, idempotencyKey, request }: Attempt): IdempotencyKey | null {
  if (idempotencyKey === null) return null;
  const row = { viewerId: viewer.id, verb, key: storedKey(idempotencyKey) };
  return { ...row, requestHash: requestHash(database.requestKey, { ...row, request }) };
}
