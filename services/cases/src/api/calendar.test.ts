import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { people, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { handedOver, storyOf } from '../testing/story.ts';

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

describe('a year whose calendar nobody has published', () => {
  it.each([
    ['referCase', people.bureau, 'registered', { toOrganizationId: town.department.id }],
    [
      'assignCase',
      people.bureau,
      'registered',
      { toOrganizationId: town.department.id, reportBackDueOn: '2031-04-01' },
    ],
    ['decideAdmission', people.handler, 'referred', { decision: 'ADMIT' }],
    ['signOpinion', people.leader, 'drafted', {}],
    ['recordDelivery', people.handler, 'signedUnsupported', handedOver],
  ] as const)('%s starts no term in it', async (verb, viewer, chapter, input) => {
    const story = storyOf(service);
    const { id } = chapter === 'drafted' ? await story.drafted('NOT_SUPPORTED') : await story[chapter]();
    // Nothing is to fall due on the way there.
    await service.database.query(`update deadlines set due_at = '2040-01-01'`);
    await service.database.query(
      `insert into audit_anchors values ('2031-03-02', '2031-03-02T16:00:00Z', '', 0, null, '')`,
    );
    service.clock.set('2031-03-03T01:00:00Z');
    expect(await service.refused(viewer, verb, { caseId: id, ...input })).toEqual([
      ['CALENDAR_NOT_PUBLISHED', 'input'],
    ]);
  });
});
