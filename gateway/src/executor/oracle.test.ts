import { describe, expect, it } from '@jest/globals';
import { plannerNamed } from '../planner/create-planner.ts';
import { plannerNames } from '../planner/planner.ts';
import { compareWithOracle } from './testing/against-oracle.ts';

const operations = Number(process.env['EQUALITY_OPERATIONS'] ?? 120);

describe.each(plannerNames)('with plans of %s', (name) => {
  it('answers what the federation specification says, for operations of every shape', async () => {
    const seeds = Array.from({ length: operations }, (_, at) => at);
    const { different, outcomes, planned, fetches } = await compareWithOracle(seeds, await plannerNamed(name));
    process.stdout.write(`PLANNER=${name}: planned ${JSON.stringify([...planned])}, ${fetches} requests\n`);

    expect(different).toEqual([]);
    expect([...outcomes].filter((outcome) => outcome !== 'COMPILED' && outcome !== 'INTROSPECTION')).toEqual([]);
  }, 300_000);
});
