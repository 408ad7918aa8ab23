import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@onevisit/kernel';
import { people } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const ask = (kind: string, startOn: string, viewer: Viewer = publicViewer()) =>
  service.as(viewer)(
    `query ($kind: DeadlineKind!, $startOn: Date!) {
       dueSimulator(kind: $kind, startOn: $startOn) { dueOn rolledFrom reason calendarVersion provisional }
     }`,
    { kind, startOn },
  );

describe('dueSimulator', () => {
  it('answers everybody, in the language of the viewer', async () => {
    const due = { dueOn: '2026-10-08', rolledFrom: '2026-10-01', calendarVersion: '2026.1', provisional: false };
    expect(await ask('HANDLING', '2026-08-02')).toMatchObject({
      data: { dueSimulator: { ...due, reason: '期限最后一日2026-10-01为休息日（国庆节），顺延至2026-10-08' } },
    });
    expect(await ask('HANDLING', '2026-08-02', publicViewer('en'))).toMatchObject({
      data: {
        dueSimulator: {
          ...due,
          reason: 'The last day, 2026-10-01, is a day off (National Day): the term ends on 2026-10-08',
        },
      },
    });
    expect(await ask('TRANSFER', '2026-03-02', people.handler)).toMatchObject({
      data: { dueSimulator: { dueOn: '2026-03-17', rolledFrom: null, reason: null } },
    });
  });

  it('says where it counts on a calendar that is not published yet', async () => {
    expect(await ask('HANDLING', '2026-12-10')).toMatchObject({
      data: { dueSimulator: { provisional: true, calendarVersion: '2027.0' } },
    });
  });

  it.each(['REPORT_BACK', 'URGENT_CITY_LEG', 'URGENT_UPWARD_LEG'])('refuses %s, which has no days', async (kind) => {
    expect(await ask(kind, '2026-03-02')).toMatchObject({
      data: null,
      errors: [{ message: '该类期限没有固定天数，无法试算。', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('refuses a year without a calendar, and what is no day', async () => {
    expect(await ask('HANDLING', '2031-03-03')).toMatchObject({
      data: null,
      errors: [{ message: '期限所在年份的工作日历尚未发布。', extensions: { code: 'BAD_USER_INPUT' } }],
    });
    for (const day of ['2026-02-30', 'tomorrow']) {
      expect((await ask('HANDLING', day)).errors?.map(({ extensions }) => extensions)).toEqual([
        { code: 'BAD_USER_INPUT' },
      ]);
    }
  });
});
