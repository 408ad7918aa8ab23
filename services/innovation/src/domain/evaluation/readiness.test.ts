import { describe, expect, it } from '@jest/globals';
import { aRegistration, aValue } from '../../testing/builders.ts';
import { ready } from './readiness.ts';

const registration = aRegistration();
const counted = [aValue({ period: '2026-Q4' })];

describe('ready', () => {
  it('is a trial whose time is over, from the day after', () => {
    expect(ready(registration, '2027-01-01', counted)).toEqual({ ok: true, value: registration });
  });

  it.each([
    ['NOT_PREREGISTERED', null, '2027-01-01', counted],
    ['NO_FULL_QUARTER', registration, '2026-06-30', counted],
    ['PILOT_NOT_OVER', registration, '2026-07-01', counted],
    ['PILOT_NOT_OVER', registration, '2026-12-31', counted],
    ['QUARTER_NOT_COMPUTED', registration, '2027-01-01', []],
    ['QUARTER_NOT_COMPUTED', registration, '2027-01-01', [aValue({ period: '2026-Q3' })]],
    ['QUARTER_NOT_COMPUTED', registration, '2027-01-01', [aValue({ period: '2026-Q4', code: 'K12' })]],
  ] as const)('refuses with %s', (reason, registered, today, ledger) => {
    expect(ready(registered, today, ledger)).toEqual({ ok: false, reason });
  });
});
