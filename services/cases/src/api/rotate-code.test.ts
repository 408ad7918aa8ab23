import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, staffRoles } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { petitionerOf } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const asked = ({ id: caseId }: Told, more: object = {}) => ({ idempotencyKey: newId(), caseId, ...more });
const opens = async ({ caseNo }: Told, trackingCode: string) =>
  (await service.did(aViewer('PUBLIC'), 'verifyTrackingCode', { caseNo, trackingCode }, 'grade'))['grade'];

describe('rotateTrackingCode', () => {
  it('tells a new code, with which the old one opens nothing any more, and stands in the history', async () => {
    const told = await storyOf(service).referred();
    const input = asked(told);
    const once = await service.did(petitionerOf(told.id), 'rotateTrackingCode', input, 'trackingCode');
    const code = String(once['trackingCode']);
    expect(once).toEqual({ errors: [], trackingCode: expect.not.stringMatching(told.trackingCode) });
    expect([await opens(told, told.trackingCode), await opens(told, code)]).toEqual([null, 'VIEW']);
    expect(await service.dump()).not.toContain(code);

    const again = () => service.did(petitionerOf(told.id), 'rotateTrackingCode', input, 'trackingCode');
    expect(await service.withoutTrace(again)).toEqual(once);
    const view = `query { caseByTracking(caseNo: "${told.caseNo}") { timeline(first: 1) { edges { node { label } } } } }`;
    expect((await service.as(petitionerOf(told.id, 'VIEW'))(view)).data).toEqual({
      caseByTracking: { timeline: { edges: [{ node: { label: '信访人更换了查询码' } }] } },
    });
  });

  it('is refused to a code without PIN, of another case, on a version that is not the last, or twice with one key', async () => {
    const [told, other] = [await storyOf(service).referred(), await storyOf(service).referred()];
    const refused = (viewer: ReturnType<typeof petitionerOf>, input: object) =>
      service.refused(viewer, 'rotateTrackingCode', input);
    expect(await refused(petitionerOf(told.id, 'VIEW'), asked(told))).toEqual([['GRADE_ACT_REQUIRED', 'input']]);
    expect(await refused(petitionerOf(other.id), asked(told))).toEqual([['CASE_NOT_FOUND', 'input', 'caseId']]);
    expect(await refused(petitionerOf(told.id), asked(told, { expectedVersion: 1 }))).toEqual([
      ['STALE_VERSION', 'input', 'expectedVersion'],
    ]);
    const input = asked(told);
    await service.did(petitionerOf(told.id), 'rotateTrackingCode', input, '');
    expect(await refused(petitionerOf(told.id), { ...input, expectedVersion: 9 })).toEqual([
      ['IDEMPOTENCY_KEY_REUSED', 'input', 'idempotencyKey'],
    ]);
  });

  it('is never for staff: they print a code, and change none', async () => {
    const told = await storyOf(service).referred();
    await service.withoutTrace(async () => {
      for (const role of staffRoles) {
        const { errors } = await service.run(aViewer(role), 'rotateTrackingCode', asked(told), '');
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    });
  });
});
