import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, permissions, staffRoles } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { elsewhere, people, petitionerOf, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const assigned = async (): Promise<Told> => {
  const told = await storyOf(service).registered();
  const order = { toOrganizationId: town.department.id, reportBackDueOn: '2026-03-20' };
  await service.did(people.bureau, 'assignCase', { idempotencyKey: newId(), caseId: told.id, ...order });
  return told;
};
const result = '已责令企业付清工资，信访人已签收。';
const report = ({ id: caseId }: Told) => ({ idempotencyKey: newId(), caseId, result });
const whole = `referral { reportBack { submittedAt documentReference result { text redacted } } }
  case { version availableActions deadlines { kind state } }`;

describe('submitReportBack', () => {
  it('tells the bureau what came of it, and meets the term', async () => {
    const told = await assigned();
    const offered = `query { case(id: "${told.id}") { availableActions } }`;
    expect(await service.as(people.handler)(offered)).toMatchObject({
      data: { case: { availableActions: expect.arrayContaining(['submitReportBack']) } },
    });
    const input = { ...report(told), documentReference: '平人社〔2026〕1号' };
    const payload = await service.did(people.handler, 'submitReportBack', input, whole);
    expect(payload).toMatchObject({
      errors: [],
      referral: {
        reportBack: { submittedAt: '2026-03-02T01:30:00.000Z', result: { text: result, redacted: '已反馈办理结果' } },
      },
      case: {
        version: 3,
        availableActions: expect.not.arrayContaining(['submitReportBack']),
        deadlines: expect.arrayContaining([{ kind: 'REPORT_BACK', state: 'MET' }]),
      },
    });
    const read = `query { case(id: "${told.id}") { referrals { reportBack { documentReference result { text } } } } }`;
    expect(await service.as(people.bureau)(read)).toMatchObject({
      data: {
        case: { referrals: [{ reportBack: { documentReference: '平人社〔2026〕1号', result: { text: result } } }] },
      },
    });
    expect(await service.as(aViewer('DIRECTOR'))(read)).toMatchObject({
      data: { case: { referrals: [{ reportBack: { result: { text: null } } }] } },
    });
    expect(await service.dump()).not.toContain(result);
  });

  it('is refused where nothing was assigned, and where it says nothing or too much', async () => {
    const told = await assigned();
    const refused = (changes: object, viewer = people.handler) =>
      service.refused(viewer, 'submitReportBack', { ...report(told), ...changes });
    expect(await refused({ result: ' ' })).toEqual([['RESULT_NOT_VALID', 'input', 'result']]);
    expect(await refused({ result: '长'.repeat(5_001) })).toEqual([['RESULT_NOT_VALID', 'input', 'result']]);
    expect(await refused({ documentReference: '号'.repeat(201) })).toEqual([
      ['DOCUMENT_REFERENCE_NOT_VALID', 'input', 'documentReference'],
    ]);
    expect(await refused({ expectedVersion: 1 })).toEqual([['STALE_VERSION', 'input', 'expectedVersion']]);
    expect(await refused({}, elsewhere(people.handler))).toEqual([['CASE_NOT_FOUND', 'input', 'caseId']]);
    const transferred = await storyOf(service).referred();
    expect(await refused({ caseId: transferred.id })).toEqual([['NOT_ASSIGNED_TO_THE_ORGANIZATION', 'input']]);
  });

  it('has one effect however often it is sent, and is refused a second time', async () => {
    const told = await assigned();
    const input = report(told);
    const once = await service.did(people.handler, 'submitReportBack', input, whole);
    expect(await service.withoutTrace(() => service.did(people.handler, 'submitReportBack', input, whole))).toEqual(
      once,
    );
    expect(await service.refused(people.handler, 'submitReportBack', report(told))).toEqual([
      ['ALREADY_REPORTED_BACK', 'input'],
    ]);
  });

  it('is for handlers', async () => {
    const told = await assigned();
    for (const role of staffRoles.filter((each) => !permissions['report-back:submit'].includes(each))) {
      const { errors } = await service.run(aViewer(role), 'submitReportBack', report(told));
      expect([role, errors?.map(({ extensions }) => extensions)]).toEqual([role, [{ code: 'FORBIDDEN' }]]);
    }
    const { errors } = await service.run(petitionerOf(told.id), 'submitReportBack', report(told));
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'FORBIDDEN' }]);
  });
});
