import { describe, expect, it } from '@jest/globals';
import { createThrottle } from './throttle.ts';

function aThrottle() {
  let now = 0;
  const throttle = createThrottle({ atOnce: 2, oneEveryMs: 1_000 }, () => now);
  return { ...throttle, later: (ms: number) => void (now += ms) };
}

describe('the throttle', () => {
  it('allows some at once and then one now and again', () => {
    const { take, later } = aThrottle();
    const atOnce = [take('a'), take('a'), take('a')];
    later(1_000);
    expect([...atOnce, take('a'), take('a')]).toEqual([true, true, false, true, false]);
  });

  it('knows clients apart', () => {
    const { take } = aThrottle();
    take('a');
    take('a');
    expect([take('a'), take('b')]).toEqual([false, true]);
  });

  it('gives back what did not fail, and never more than the allowance', () => {
    const { take, giveBack } = aThrottle();
    take('a');
    giveBack('a');
    giveBack('a');
    expect([take('a'), take('a'), take('a')]).toEqual([true, true, false]);
  });

  it('saves nothing up beyond the allowance', () => {
    const { take, later } = aThrottle();
    later(1_000_000);
    expect([take('a'), take('a'), take('a')]).toEqual([true, true, false]);
  });
});
