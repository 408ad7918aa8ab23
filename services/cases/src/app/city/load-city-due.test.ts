import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PetitionHistory, PetitionStep } from '@onevisit/city';
import { mountForTest, type MountedForTest, type TestDatabase } from '@onevisit/testing';
import { definition } from '../../subgraph.ts';
import { cityEnd, everyPetition, startCity } from '../../testing/city.ts';

const noon = new Date('2026-03-01T04:00:00Z');
const byThemselves: readonly PetitionStep['kind'][] = ['DEEMED_ADMITTED', 'CONCLUDED'];

/** Petitions that nobody does anything about after that day, though much falls due. */
const left = everyPetition(1)
  .filter(({ registeredAt, contacts }) => registeredAt < noon && contacts.every(({ receivedAt }) => receivedAt < noon))
  .filter(({ steps }) => steps.every(({ at, kind }) => at < noon || byThemselves.includes(kind)))
  .filter(({ steps }) => steps.every(({ at, kind }) => kind !== 'CONCLUDED' || at >= noon))
  .filter((_, place) => place % 2 === 0);

const untilNoon = (history: PetitionHistory): PetitionHistory => ({
  ...history,
  steps: history.steps.filter(({ at }) => at < noon),
});

/** Everything of the cases but ids, seals and hashes, which a clerk could not know in advance either. */
async function happened(database: TestDatabase) {
  const tables = {
    cases: 'id, version, status, conclusion_kind, admitted_at, concluded_at, next_due_at, is_overdue, last_seq',
    deadlines: 'case_id, kind, due_at, state, met_at, late_by_days, version',
    case_events: 'case_id, seq, type, at, actor_staff_id, visibility',
    service_failures: 'case_id, kind, severity, organization_id, occurred_at',
    case_scope: 'case_id, scope, status',
    execution_items: 'id, state, version',
  };
  const found = Object.entries(tables).map(async ([table, columns]) => [
    table,
    await database.query(`select ${columns} from ${table} order by ${columns}`),
  ]);
  return Object.fromEntries(await Promise.all(found)) as Readonly<Record<string, unknown>>;
}

let mounted: MountedForTest;

beforeEach(async () => {
  mounted = await mountForTest(definition, { now: noon });
});

afterEach(() => mounted.close());

describe('a city that was loaded', () => {
  it('goes on by the clock as if it had been loaded later', async () => {
    expect(left.length).toBeGreaterThan(20);
    const city = await startCity(mounted.database);
    await city.load(left.map(untilNoon), noon);
    mounted.clock.set(new Date(cityEnd.getTime() - 1));
    await mounted.subgraph.settle();
    const lived = await happened(mounted.database);

    const later = await startCity();
    await later.load(left);
    const told = await happened(later.database);
    await later.database.drop();
    expect(lived).toEqual(told);
  });
});
