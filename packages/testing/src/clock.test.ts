import { describe, expect, it } from '@jest/globals';
import { ClockError } from '@onevisit/home';
import { testClock } from './clock.ts';

describe('testClock', () => {
  it('stands still', () => {
    const clock = testClock('2026-05-09T00:00:00Z');
    expect([clock.now(), clock.now()]).toEqual([new Date('2026-05-09T00:00:00Z'), new Date('2026-05-09T00:00:00Z')]);
  });

  it('moves as far as it is told, and tells those who listen', () => {
    const clock = testClock('2026-05-09T00:00:00Z');
    const told: Date[] = [];
    const stop = clock.onMove(() => told.push(clock.now()));
    expect(clock.advance('P60D')).toEqual(new Date('2026-07-08T00:00:00Z'));
    clock.set('2026-08-01T00:00:00Z');
    stop();
    clock.advance('PT1H');
    expect(told).toEqual([new Date('2026-07-08T00:00:00Z'), new Date('2026-08-01T00:00:00Z')]);
  });

  it('does not go back by a duration', () => {
    expect(() => testClock('2026-05-09T00:00:00Z').advance('-P1D')).toThrow(ClockError);
  });
});
