import { describe, expect, it } from '@jest/globals';
import { yearsInPetitionWork } from './staff.ts';

describe('yearsInPetitionWork', () => {
  it.each([
    ['2019-07-01', '2026-06-30', 6],
    ['2019-07-01', '2026-07-01', 7],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2026-05-01', '2026-04-30', 0],
  ])('counts from %s to %s as %i whole years', (joinedOn, today, years) => {
    expect(yearsInPetitionWork({ joinedOn }, today)).toBe(years);
  });
});
