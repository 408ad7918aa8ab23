import { describe, expect, it } from '@jest/globals';
import { cpuMsBetween } from './cpu-time.ts';

const reading = (byThread: Readonly<Record<string, number>>, ofEndedMs: number) => ({
  byThread: new Map(Object.entries(byThread)),
  ofEndedMs,
});

describe('processor time between two readings', () => {
  it('is what living threads have used, new ones from their beginning, and what ended processes had', () => {
    const before = reading({ '1/1': 100, '2/2': 50 }, 10);
    const after = reading({ '1/1': 130, '3/3': 5 }, 30);
    expect(cpuMsBetween(before, after)).toBe(55);
  });
});
