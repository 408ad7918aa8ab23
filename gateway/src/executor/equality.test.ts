import { describe, expect, it } from '@jest/globals';
import { compareExecutors } from './testing/equality.ts';
import { features } from './testing/features.ts';

const operations = Number(process.env['EQUALITY_OPERATIONS'] ?? 120);

describe('the compiled executor beside Apollo’s', () => {
  it('answers the same data with the same errors, whatever is null, fails or breaks its promise', async () => {
    const seeds = Array.from({ length: operations }, (_, at) => at);
    const { counts, different, features: found, outcomes } = await compareExecutors(seeds);
    process.stdout.write(`${operations} operations, answers: ${JSON.stringify(counts)}\n`);
    for (const feature of features) process.stdout.write(`${String(found.get(feature) ?? 0).padStart(5)} ${feature}\n`);

    expect(different).toEqual([]);
    expect(features.filter((feature) => !found.has(feature))).toEqual([]);
    expect([...outcomes].filter((outcome) => outcome !== 'COMPILED' && outcome !== 'INTROSPECTION')).toEqual([]);
    // An answer that cannot be compared is no proof: nearly all can.
    expect(counts.SAME / Object.values(counts).reduce((sum, count) => sum + count)).toBeGreaterThan(0.9);
  }, 300_000);
});
