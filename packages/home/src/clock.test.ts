import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClockError } from './duration.ts';
import { openClock, type MovableClock } from './clock.ts';

const day = 86_400_000;
let home: string;
const opened: MovableClock[] = [];

const aClock = (isMovable = true): MovableClock => {
  const clock = openClock(home, { isMovable });
  opened.push(clock);
  return clock;
};

const moved = (clock: MovableClock): Promise<void> => new Promise((tell) => void clock.onMove(tell));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'clock-'));
  jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 31, 4));
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const clock of opened.splice(0)) clock.close();
  rmSync(home, { recursive: true });
});

describe('openClock', () => {
  it('tells the real time until somebody moves it', () => {
    expect(aClock().now()).toEqual(new Date('2026-01-31T04:00:00Z'));
  });

  it.each([
    ['P60D', '2026-04-01T04:00:00Z'],
    ['PT3H', '2026-01-31T07:00:00Z'],
    ['P1M', '2026-02-28T04:00:00Z'],
    ['P1Y2M10DT2H30M', '2027-04-10T06:30:00Z'],
  ])('advances by %s', (duration, now) => {
    expect(aClock().advance(duration)).toEqual(new Date(now));
  });

  it('adds up what it is moved by', () => {
    const clock = aClock();
    clock.advance('P1D');
    clock.advance('P2D');
    expect(clock.offsetMs()).toBe(3 * day);
  });

  it('moves in every process, and tells those who listen', async () => {
    const [here, there] = [aClock(), aClock()];
    const told = moved(there);
    here.advance('P60D');
    await told;
    expect(there.now()).toEqual(here.now());
  });

  it('stays moved when it is opened again', () => {
    aClock().advance('P60D');
    expect(aClock().offsetMs()).toBe(60 * day);
  });

  it('adds to what another process has moved it by, though it has not heard of it yet', () => {
    const [here, there] = [aClock(), aClock()];
    here.advance('P1D');
    expect(there.advance('P1D')).toEqual(new Date('2026-02-02T04:00:00Z'));
  });

  it('never goes back, when the real clock is set back nor when the file is', () => {
    const clock = aClock();
    const before = clock.advance('P1D');
    jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 30));
    writeFileSync(join(home, 'clock.json'), '{"offsetMs":0}');
    expect(clock.now()).toEqual(before);
  });

  it('tells nobody who has stopped listening', () => {
    const clock = aClock();
    const listener = jest.fn();
    clock.onMove(listener)();
    clock.advance('P1D');
    expect(listener).not.toHaveBeenCalled();
  });

  it.each(['-P1D', 'PT0S', 'sixty days', '', 'P1', 'P999999Y'])('refuses to move by "%s"', (duration) => {
    const clock = aClock();
    expect(() => clock.advance(duration)).toThrow(ClockError);
    expect(clock.offsetMs()).toBe(0);
  });

  it('stays real beside a database that is not ours', () => {
    writeFileSync(join(home, 'clock.json'), JSON.stringify({ offsetMs: day }));
    const clock = aClock(false);
    expect(() => clock.advance('P1D')).toThrow(ClockError);
    expect(clock.offsetMs()).toBe(0);
    expect(readFileSync(join(home, 'clock.json'), 'utf8')).toBe(`{"offsetMs":${day}}`);
  });
});
