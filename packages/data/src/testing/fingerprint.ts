import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import type { QueryRunner } from 'typeorm';
import type { DatabaseDefinition } from '../database.ts';

/** What a definition makes of an empty database, in a few characters: another statement, another fingerprint. */
export async function fingerprint({ migrations, appendOnly, engine }: DatabaseDefinition): Promise<string> {
  const parts: unknown[] = [appendOnly, engine?.version];
  for (const Migration of migrations) parts.push(Migration.name, await statementsOf(new Migration()));
  const text = inspect(parts, { depth: 12, maxArrayLength: null, maxStringLength: null });
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

type Migration = Readonly<{ up: (runner: QueryRunner) => Promise<unknown> }>;

/** Runs a migration against nothing, and notes what it would have sent. */
async function statementsOf(migration: Migration): Promise<readonly unknown[]> {
  const sent: unknown[] = [];
  const answer =
    (method: string | symbol) =>
    async (...given: unknown[]) => {
      sent.push([method, given]);
      return [];
    };
  try {
    await migration.up(new Proxy({}, { get: (_target, method) => answer(method) }) as QueryRunner);
  } catch {
    // One that looks at rows before it goes on: its source has to do.
    sent.push(migration.up.toString());
  }
  return sent;
}
