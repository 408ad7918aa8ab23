import { createHash, createHmac } from 'node:crypto';
import type { Made } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Database } from './database.ts';

/** SQL of the table that every service's first migration creates. Rows are kept for 7 days. */
export const idempotencyTableSql = `
  create table idempotency_keys (
    viewer_id    text not null,
    verb         text not null,
    key          text not null,
    request_hash text not null,
    made         jsonb,
    created_at   timestamptz(3) not null,
    constraint pk_idempotency_keys primary key (viewer_id, verb, key)
  );
  create index ix_idempotency_keys_created_at on idempotency_keys (created_at);
`;

export type IdempotencyKey = Readonly<{ viewerId: string; verb: string; key: string; requestHash: string }>;

export type Claim = Readonly<{ state: 'NEW' } | { state: 'REPEATED'; made: Made } | { state: 'REUSED' }>;

const longestKey = 200;

/** The key as it is stored: one that is too long for an index is known by its digest. */
export const storedKey = (key: string): string =>
  key.length > longestKey ? createHash('sha256').update(key).digest('hex') : key;

/** The transaction's first insert: a twin waits here until the first one has committed or rolled back. */
export async function claimKey(manager: EntityManager, key: IdempotencyKey, at: Date): Promise<Claim> {
  const claimed = await manager.query<unknown[]>(
    `insert into idempotency_keys (viewer_id, verb, key, request_hash, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning key`,
    [key.viewerId, key.verb, key.key, key.requestHash, at],
  );
  if (claimed.length > 0) return { state: 'NEW' };

  const [row] = await manager.query<{ request_hash: string; made: Made }[]>(
    'select request_hash, made from idempotency_keys where viewer_id = $1 and verb = $2 and key = $3',
    [key.viewerId, key.verb, key.key],
  );
  return row?.request_hash === key.requestHash ? { state: 'REPEATED', made: row.made } : { state: 'REUSED' };
}

export async function rememberMade(manager: EntityManager, key: IdempotencyKey, made: Made): Promise<void> {
  await manager.query('update idempotency_keys set made = $4 where viewer_id = $1 and verb = $2 and key = $3', [
    key.viewerId,
    key.verb,
    key.key,
    JSON.stringify(made),
  ]);
}

const keptDays = 7;

/** Forgets the keys of requests that nobody repeats any more; answers how many. For a job that runs now and then. */
export async function forgetOldKeys(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const [, forgotten] = await database.source.query<[unknown, number]>(
    'delete from idempotency_keys where created_at < $1',
    [before],
  );
  return forgotten;
}

/** What a request is recognised by: who sent it, for what, under which key. */
type Sent = Omit<IdempotencyKey, 'requestHash'> & Readonly<{ request: object }>;

/**
 * Equal requests under one key have equal hashes, whatever the order of their fields. Keyed, because a short text could
 * be guessed from its plain digest; bound to its row, so that two people who write the same are not seen to.
 */
export const requestHash = (secret: Buffer, { viewerId, verb, key, request }: Sent): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([viewerId, verb, key, sorted(request)]))
    .digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value ?? null;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]),
  );
}
