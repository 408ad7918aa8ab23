import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PetitionHistory } from '@onevisit/city';
import { emptyTables } from '@onevisit/testing';
import { everyPetition, startCity, type TestCity } from '../../testing/city.ts';

/** Answered, and something that was promised is long overdue. */
const isInDefault = ({ steps }: PetitionHistory): boolean =>
  steps.every(({ kind }) => kind !== 'CONCLUDED' && kind !== 'EXECUTION_VERIFIED') &&
  steps.some((step) => step.kind === 'OPINION_DRAFTED' && step.claims.length > 1) &&
  steps.some(
    (step) => step.kind === 'OPINION_DRAFTED' && step.executionItems.some(({ dueOn }) => dueOn < '2026-04-01'),
  );

const all = everyPetition(1);
const promised = all.find(isInDefault);
const accusation = all.find(({ category }) => category === 'ACCUSATION');

let city: TestCity;
const run = (sql: string) => city.database.query(sql);

/** What is found, without the number of the case. */
const faults = async (): Promise<readonly string[]> =>
  (await city.verify()).faults.map((fault) => fault.replace(/^YZ[-\w]+: /, ''));

beforeAll(async () => {
  city = await startCity();
});

beforeEach(async () => {
  if (!promised || !accusation) throw new RangeError('a city without a default or an accusation');
  await city.load([promised, accusation]);
});

afterEach(() => emptyTables(city.database));
afterAll(() => city.database.drop());

const open = `(select id from cases where confidentiality = 'NORMAL')`;

describe('verifyCity', () => {
  it('finds nothing in cases as they were loaded, and says what it has read', async () => {
    const [row] = await city.database.query<{ count: string }>('select count(*) from case_events');
    expect(await city.verify()).toEqual({ cases: 2, events: Number(row?.count), faults: [] });
  });

  it.each<[string, string, readonly string[]]>([
    [
      'an event that was changed',
      `update case_events set visibility = 'PUBLIC' where seq = 2 and case_id = ${open}`,
      ['the chain is broken at event 2'],
    ],
    [
      'a payload that was changed',
      `update case_events set payload = '{}' where seq = 1 and case_id = ${open}`,
      ['event 1 does not have the hashes it vouches for'],
    ],
    [
      'a status that nothing led to',
      `update cases set status = 'REPLIED' where id = ${open}`,
      ['the events lead to EXECUTING, the case is REPLIED'],
    ],
    [
      'a term that ends on another day',
      `update deadlines set due_on = '2030-01-01' where kind = 'HANDLING'`,
      [expect.stringMatching(/^HANDLING: dueOn is 2030-01-01, planned is 202\d-\d\d-\d\d$/) as unknown as string],
    ],
    [
      'a term that was met at another time than it says',
      `update deadlines set met_at = due_at where kind = 'HANDLING'`,
      ['HANDLING: MET, but not at its time'],
    ],
    [
      'a breach that nobody is told of',
      `delete from service_failures where kind = 'NOT_EXECUTED' and deadline_id = (
         select id from deadlines where kind = 'EXECUTION' and state = 'BREACHED' limit 1)`,
      ['EXECUTION: 0 failures of kind NOT_EXECUTED'],
    ],
    [
      'an overdue case that is not shown so',
      `update cases set is_overdue = false where id = ${open}`,
      ['overdue is false'],
    ],
    [
      'a next term that is none',
      `update cases set next_due_at = '2026-01-01T00:00:00Z' where id = ${open}`,
      ['next due at 2026-01-01T00:00:00.000Z'],
    ],
    [
      'a case that the city does not find',
      `delete from case_scope where scope = 'A:990100'`,
      ['scope A:990100 is missing'],
    ],
    [
      'an accusation that a list finds',
      `insert into case_scope select 'A:990100', id, registered_at, status from cases where confidentiality = 'SEALED'`,
      ['scope A:990100 is too much'],
    ],
    [
      'a sealed text in the place of another',
      `update claims set text_sealed = (select text_sealed from claims where ordinal = 2 and case_id = ${open})
       where ordinal = 1 and case_id = ${open}`,
      ['the seal of claims.text_sealed is broken'],
    ],
    ['a case without its key', `delete from case_keys where case_id = ${open}`, ['the case has no key']],
    [
      'a receipt with a wrong number',
      `update contacts set receipt_no = 'SJ26-0000-0000-0' where ordinal = 1 and case_id = ${open}`,
      ['RECEIPT number is not valid'],
    ],
  ])('finds %s', async (_, sql, expected) => {
    await run(sql);
    expect(await faults()).toEqual(expected);
  });

  it('finds events that are missing at the end', async () => {
    await run(`delete from case_events e where case_id = ${open} and type = 'DeadlineBreached'
               and seq = (select max(seq) from case_events where case_id = e.case_id)`);
    expect(await faults()).toEqual(['the chain does not end at the head of the case']);
  });

  it('finds a name in the clear, and does not repeat it', async () => {
    const name = promised?.parties[0]?.name ?? '';
    await run(`update cases set title = title || '${name}' where id = ${open}`);
    expect([name.length > 1, await faults()]).toEqual([true, ['an identity stands in the clear']]);
  });
});
