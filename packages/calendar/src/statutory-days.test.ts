import { describe, expect, it } from '@jest/globals';
import { statutoryDays } from './statutory-days.ts';
import { officialTables } from './tables/official-tables.ts';

const named = (year: number, festival: string) =>
  statutoryDays(year)
    .filter(({ name }) => name === festival)
    .map(({ date }) => date);

// Computed with the astronomical almanac of tyme4ts 1.5.2 (MIT).
const qingmingOnTheFifth = [
  2001, 2002, 2003, 2005, 2006, 2007, 2010, 2011, 2014, 2015, 2018, 2019, 2022, 2023, 2026, 2027, 2030, 2031, 2034,
  2035, 2038, 2039, 2043, 2047, 2051, 2055, 2059, 2063, 2067, 2071,
];

describe('statutoryDays', () => {
  it('gives the 13 days of 2027 in order', () => {
    expect(statutoryDays(2027)).toEqual(
      [
        ['元旦', '2027-01-01'],
        ['春节', '2027-02-05'],
        ['春节', '2027-02-06'],
        ['春节', '2027-02-07'],
        ['春节', '2027-02-08'],
        ['清明节', '2027-04-05'],
        ['劳动节', '2027-05-01'],
        ['劳动节', '2027-05-02'],
        ['端午节', '2027-06-09'],
        ['中秋节', '2027-09-15'],
        ['国庆节', '2027-10-01'],
        ['国庆节', '2027-10-02'],
        ['国庆节', '2027-10-03'],
      ].map(([name, date]) => ({ name, date, isOffDay: true })),
    );
  });

  it('gives one day for two festivals that meet', () => {
    expect(named(2028, '国庆节、中秋节')).toEqual([]);
    expect(named(2028, '中秋节、国庆节')).toEqual(['2028-10-03']);
    expect(statutoryDays(2028)).toHaveLength(12);
  });

  it.each([2025, 2026])('are all days off in the notice of %i', (year) => {
    const off = new Set(
      officialTables.flatMap(({ days }) => days.filter(({ isOffDay }) => isOffDay).map(({ date }) => date)),
    );

    expect(statutoryDays(year).filter(({ date }) => !off.has(date))).toEqual([]);
  });

  it('puts 清明 on the day of the almanac from 2000 to 2099', () => {
    const years = Array.from({ length: 100 }, (_, index) => 2000 + index);

    // Three days in April would be an error of the formula: it is the 4th wherever it isn't the 5th.
    const onTheFifth = years.filter((year) => named(year, '清明节')[0] === `${year}-04-05`);
    const onTheFourth = years.filter((year) => named(year, '清明节')[0] === `${year}-04-04`);
    expect(onTheFifth).toEqual(qingmingOnTheFifth);
    expect(onTheFifth.length + onTheFourth.length).toBe(100);
  });

  it.each([
    [2025, '2025-01-28', '2025-05-31'],
    [2026, '2026-02-16', '2026-06-19'],
    [2029, '2029-02-12', '2029-06-16'],
    [2030, '2030-02-02', '2030-06-05'],
  ])('puts the eve of the lunar year and 端午 of %i on %s and %s', (year, eve, dragonBoat) => {
    expect([named(year, '春节')[0], named(year, '端午节')[0]]).toEqual([eve, dragonBoat]);
  });

  it('says so where it has no formula', () => {
    expect(() => statutoryDays(2100)).toThrow(RangeError);
  });
});
