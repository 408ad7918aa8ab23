import { describe, expect, it } from '@jest/globals';
import { SubscriberAwayError } from '@onevisit/events';
import { systemViewer, type DeliveredEvent } from '@onevisit/kernel';
import { createPostOffice, PeerError, type PeerFailure } from './index.ts';

const event: DeliveredEvent = {
  id: 'e1',
  type: 'organization.changed.v1',
  source: 'organizations',
  time: '2026-05-09T00:00:00.000Z',
  subjectId: 's1',
  subjectVersion: 1,
  organizationId: null,
  actorOrganizationId: null,
  data: {},
};

const failing = (failure: PeerFailure) => ({
  post: () => Promise.reject(new PeerError('cases', failure, null)),
});

describe('the post office', () => {
  it('calls a subscriber of this process', async () => {
    const consumed: DeliveredEvent[] = [];
    const here = new Map([['cases', { consume: async (given: DeliveredEvent) => void consumed.push(given) }]]);
    const office = createPostOffice({ here, elsewhere: new Map() });

    await office.deliver('cases', event);

    expect(consumed).toEqual([event]);
    expect(office.handedOver()).toBe(1);
  });

  it('posts to a subscriber elsewhere, in nobody’s name', async () => {
    const posted: unknown[] = [];
    const post = async (...given: unknown[]) => {
      posted.push(given);
      return '{}';
    };
    await createPostOffice({ here: new Map(), elsewhere: new Map([['cases', { post }]]) }).deliver('cases', event);
    expect(posted).toEqual([['/events', event, { viewer: systemViewer, budgetMs: 15_000 }]]);
  });

  it.each([
    ['UNAVAILABLE', SubscriberAwayError],
    ['TIMEOUT', PeerError],
    ['BAD_RESPONSE', PeerError],
  ] as const)('lets an event wait when nobody is there, and only then: %s', async (failure, error) => {
    const office = createPostOffice({ here: new Map(), elsewhere: new Map([['cases', failing(failure)]]) });
    await expect(office.deliver('cases', event)).rejects.toThrow(error);
    expect(office.handedOver()).toBe(0);
  });

  it('refuses to lose an event whose subscriber nobody has placed', async () => {
    const office = createPostOffice({ here: new Map(), elsewhere: new Map() });
    await expect(office.deliver('cases', event)).rejects.toThrow('cases takes events');
  });
});
