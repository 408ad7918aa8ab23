import { describe, expect, it } from '@jest/globals';
import { createPoints } from './points.ts';

const clock = { now: 0 };
const points = () => createPoints({ limit: 100, perSecond: 10 }, () => clock.now);

describe('createPoints', () => {
  it('takes what an operation costs and gives it back with time', () => {
    clock.now = 0;
    const account = points();
    expect(account.debit('clerk', 60)).toEqual({ limit: 100, remaining: 40, resetAt: new Date(6_000) });
    expect(account.debit('clerk', 60)).toBeNull();
    expect(account.secondsUntil('clerk', 60)).toBe(2);
    clock.now = 2_000;
    expect(account.debit('clerk', 60)).toMatchObject({ remaining: 0 });
  });

  it('a refusal takes nothing, and nobody pays for another', () => {
    clock.now = 0;
    const account = points();
    account.debit('clerk', 90);
    expect(account.debit('clerk', 20)).toBeNull();
    expect(account.standing('clerk')).toMatchObject({ remaining: 10 });
    expect(account.standing('handler')).toMatchObject({ remaining: 100 });
  });

  it('never fills beyond the limit', () => {
    clock.now = 0;
    const account = points();
    account.debit('clerk', 10);
    clock.now = 3_600_000;
    expect(account.standing('clerk')).toMatchObject({ remaining: 100 });
  });
});
