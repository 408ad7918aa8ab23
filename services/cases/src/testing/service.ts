import { expect } from '@jest/globals';
import { newId, type Viewer } from '@onevisit/kernel';
import { mountForTest } from '@onevisit/testing';
import { definition } from '../subgraph.ts';
import { townEvents } from './builders.ts';

export type TestService = Awaited<ReturnType<typeof startService>>;

/** Monday, nine in the morning in Shanghai. */
export const monday = '2026-03-02T01:00:00Z';

type Payload = Readonly<Record<string, unknown>> &
  Readonly<{ errors: readonly Readonly<{ code: string; path: readonly string[] }>[] }>;

/** This service over a database of its own, told of the town and its people. */
export async function startService(now: string = monday) {
  const mounted = await mountForTest(definition, { now });
  const { database, subgraph, clock } = mounted;
  await database.query(
    `insert into issue_types (code, parent_code, name, english_name, legal_routes)
     values ('A', null, '劳动和社会保障', 'Labour', '{}'), ('A1', 'A', '欠薪', 'Unpaid wages', '{LABOR_ARBITRATION}')`,
  );
  for (const event of townEvents) await subgraph.consume(event);

  const run = async (viewer: Viewer, verb: string, input: object, selection = 'case { id }') => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return mounted.as(viewer)(
      `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selection} errors { code path ruleRef } } }`,
      { input },
    );
  };
  const dump = async (): Promise<string> => {
    const tables = await database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      const found = await database.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      rows.push(...found.map(({ row }) => `${name} ${row}`));
    }
    return rows.join('\n');
  };
  const trace = async () => {
    await subgraph.settle();
    return [await dump(), mounted.delivered.length, mounted.notified.length];
  };
  const did = async (viewer: Viewer, verb: string, input: object, selection?: string): Promise<Payload> => {
    const result = await run(viewer, verb, input, selection);
    const payload = result.data?.[verb];
    if (!isPayload(payload)) throw new Error(`${verb}: ${JSON.stringify(result.errors)}`);
    return payload;
  };
  const withoutTrace = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const before = await trace();
    const value = await work();
    expect(await trace()).toEqual(before);
    return value;
  };
  return {
    ...mounted,
    /** What a mutation answers, whatever it is. */
    run,
    /** What a mutation answers that does not fail as a whole. */
    did,
    /** Why a mutation is refused, and where in the input; that it leaves nothing behind is part of it. */
    refused: async (viewer: Viewer, verb: string, input: object): Promise<readonly (readonly string[])[]> => {
      const { errors } = await withoutTrace(() => did(viewer, verb, { idempotencyKey: newId(), ...input }, ''));
      return errors.map(({ code, path }) => [code, ...path]);
    },
    /** Lets the time come, and everything happen that falls due until then. */
    at: async (time: Date | string): Promise<void> => {
      clock.set(time);
      await subgraph.settle();
    },
    /** Work that leaves nothing behind: no row, no event, no message. */
    withoutTrace,
    /** Every row of every table, as text. */
    dump,
  };
}

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && 'errors' in value && Array.isArray(value.errors);
