import { describe, expect, it } from '@jest/globals';
import { settingsOf } from './settings.ts';

describe('settings of a measurement', () => {
  it('are five whole rounds over the city S unless told', () => {
    expect(settingsOf([])).toEqual({
      city: 'S',
      rounds: 5,
      counts: { list: 800, overview: 800, entity: 3_000, mutation: 800 },
      connections: 16,
      only: null,
      isKept: true,
    });
  });

  it('can be smaller, for some variants, and leave the results of the repository alone', () => {
    const given = ['--rounds', '1', '--share', '0.1', '--city', 'M', '--only', 'split,mercurius', '--dry'];
    expect(settingsOf(given)).toEqual({
      city: 'M',
      rounds: 1,
      counts: { list: 80, overview: 80, entity: 300, mutation: 80 },
      connections: 16,
      only: ['split', 'mercurius'],
      isKept: false,
    });
  });

  it.each([
    ['--city', 'XL'],
    ['--rounds', '0'],
    ['--share', 'half'],
    ['--only', 'apollo-router'],
  ])('are refused where they make no sense: %s %s', (name, value) => {
    expect(() => settingsOf([name, value])).toThrow(value);
  });
});
