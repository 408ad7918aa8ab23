import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { aReference } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';

let mounted: MountedForTest;
const calendarOf = (year: number) =>
  mounted.as(aViewer('PUBLIC'))(
    `query ($year: Int!) { workCalendar(year: $year) {
      year version isProvisional publishedOn papers days { date name isWorkingDay } } }`,
    { year },
  );

beforeAll(async () => {
  mounted = await mountWith(aReference());
});

afterAll(() => mounted.close());

describe('workCalendar', () => {
  it('names the notice that it rests on and the days that differ', async () => {
    const { data } = await calendarOf(2026);
    const calendar = data?.['workCalendar'] as { days: readonly object[] };
    expect(calendar).toMatchObject({
      year: 2026,
      version: '2026.1',
      isProvisional: false,
      publishedOn: '2025-11-04',
      papers: ['https://www.gov.cn/zhengce/content/202511/content_7047090.htm'],
    });
    expect(calendar.days.slice(0, 4)).toEqual([
      { date: '2026-01-01', name: '元旦', isWorkingDay: false },
      { date: '2026-01-02', name: '元旦', isWorkingDay: false },
      { date: '2026-01-03', name: '元旦', isWorkingDay: false },
      { date: '2026-01-04', name: '元旦', isWorkingDay: true },
    ]);
  });

  it('is provisional for the year after the last notice', async () => {
    expect(await calendarOf(2027)).toMatchObject({
      data: { workCalendar: { version: '2027.0', isProvisional: true, publishedOn: null, papers: [] } },
    });
  });

  it.each([2023, 2028, -1])('is null for %d, of which nothing is known', async (year) => {
    const { data, errors } = await calendarOf(year);
    expect([data, errors]).toEqual([{ workCalendar: null }, undefined]);
  });
});
