import { describe, expect, it } from '@jest/globals';
import { aCareRequest } from '../testing/builders.ts';
import {
  closed,
  escalated,
  isWaitingForFirstResponse,
  lapsed,
  newCareRequest,
  reopened,
  responded,
  takenStep,
  type CareRequestState,
  type CareStep,
} from './care-request.ts';

const at = new Date('2026-04-28T02:00:00Z');
const officer = '01890000-0000-7000-8000-0000000000c0';
const acknowledgedBy = (state: CareRequestState) =>
  aCareRequest({ state, ownerId: officer, firstRespondedAt: new Date('2026-04-27T08:00:00Z') });
const states = ['FILED', 'ACKNOWLEDGED', 'IN_ACTION', 'RESOLVED', 'CLOSED', 'REOPENED'] as const;
const allowed: Record<CareStep, readonly CareRequestState[]> = {
  ACKNOWLEDGE: ['FILED'],
  START_ACTION: ['ACKNOWLEDGED', 'REOPENED'],
  RESOLVE: ['IN_ACTION'],
};

describe('newCareRequest', () => {
  it('is filed and nobody has answered it', () => {
    const { id, requesterId, organizationId, kind, filedAt, firstResponseDueAt } = aCareRequest();
    expect(newCareRequest({ id, requesterId, organizationId, kind, filedAt, firstResponseDueAt })).toEqual(
      aCareRequest(),
    );
  });
});

describe('responded', () => {
  it('makes who acknowledges it first its owner', () => {
    expect(responded(aCareRequest(), 'ACKNOWLEDGE', { by: officer, at })).toEqual({
      ok: true,
      value: aCareRequest({ state: 'ACKNOWLEDGED', ownerId: officer, firstRespondedAt: at }),
    });
  });

  it.each([
    ['START_ACTION', 'ACKNOWLEDGED', 'IN_ACTION'],
    ['START_ACTION', 'REOPENED', 'IN_ACTION'],
    ['RESOLVE', 'IN_ACTION', 'RESOLVED'],
  ] as const)('leaves owner and first response as they are at %s', (step, from, to) => {
    expect(responded(acknowledgedBy(from), step, { by: 'another officer', at })).toEqual({
      ok: true,
      value: { ...acknowledgedBy(from), state: to },
    });
  });

  const wrong = (Object.keys(allowed) as CareStep[]).flatMap((step) =>
    states.filter((state) => !allowed[step].includes(state)).map((state) => [step, state] as const),
  );
  it.each(wrong)('refuses %s of a request that is %s', (step, state) => {
    expect(responded(aCareRequest({ state }), step, { by: officer, at })).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });

  it('refuses an officer who answers a request of his own', () => {
    expect(responded(aCareRequest({ requesterId: officer }), 'ACKNOWLEDGE', { by: officer, at })).toEqual({
      ok: false,
      reason: 'OWN_REQUEST',
    });
  });
});

describe('the term of the first response', () => {
  const due = aCareRequest().firstResponseDueAt;

  it('is kept by a response before its end, and not by one at that instant', () => {
    const responseAt = (time: number) => {
      const outcome = responded(aCareRequest(), 'ACKNOWLEDGE', { by: officer, at: new Date(time) });
      return outcome.ok ? outcome.value.overdueSince : outcome.reason;
    };
    expect([responseAt(due.getTime() - 1), responseAt(due.getTime())]).toEqual([null, due]);
  });

  it('runs out at its own time, whenever that is noted', () => {
    expect(lapsed(aCareRequest())).toEqual(aCareRequest({ overdueSince: due }));
  });

  it('waits for nothing more once it has run out or somebody has responded', () => {
    const waiting = [aCareRequest(), lapsed(aCareRequest()), acknowledgedBy('ACKNOWLEDGED')];
    expect(waiting.map(isWaitingForFirstResponse)).toEqual([true, false, false]);
  });
});

describe('escalated', () => {
  const overdue = lapsed(aCareRequest());
  const by = overdue.requesterId;

  it.each([true, false])('records what the requester wants: %s, and takes it back', (tellsDirector) => {
    expect(escalated(overdue, { by, tellsDirector })).toEqual({ ok: true, value: { ...overdue, tellsDirector } });
    expect(escalated({ ...overdue, tellsDirector: !tellsDirector }, { by, tellsDirector }).ok).toBe(true);
  });

  it('refuses everybody else', () => {
    expect(escalated(overdue, { by: officer, tellsDirector: true })).toEqual({
      ok: false,
      reason: 'NOT_THE_REQUESTER',
    });
  });

  it.each([
    ['is not overdue', aCareRequest()],
    ['was responded to, if late', { ...acknowledgedBy('ACKNOWLEDGED'), overdueSince: at }],
  ])('refuses a request that %s', (_, request) => {
    expect(escalated(request, { by, tellsDirector: true })).toEqual({ ok: false, reason: 'NOT_OVERDUE' });
  });
});

describe('reopened', () => {
  const settled = { ...acknowledgedBy('CLOSED'), closedAt: at, satisfaction: 'SATISFIED' as const };

  it.each([settled, acknowledgedBy('RESOLVED')])('goes on, and forgets that it was said to be settled', (request) => {
    expect(reopened(request, { by: request.requesterId })).toEqual({ ok: true, value: acknowledgedBy('REOPENED') });
  });

  it('refuses everybody else', () => {
    expect(reopened(settled, { by: officer })).toEqual({ ok: false, reason: 'NOT_THE_REQUESTER' });
  });

  it.each(['FILED', 'ACKNOWLEDGED', 'IN_ACTION', 'REOPENED'] as const)('refuses a request that is %s', (state) => {
    expect(reopened({ ...settled, state }, { by: settled.requesterId })).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });
});

describe('closed', () => {
  const answered = acknowledgedBy('RESOLVED');

  it('records when the requester had the last word', () => {
    expect(closed(answered, { by: answered.requesterId, at })).toEqual({
      ok: true,
      value: { ...answered, state: 'CLOSED', closedAt: at },
    });
  });

  it('records how satisfied the requester is, where that was said', () => {
    expect(closed(answered, { by: answered.requesterId, at }, 'DISSATISFIED')).toEqual({
      ok: true,
      value: { ...answered, state: 'CLOSED', closedAt: at, satisfaction: 'DISSATISFIED' },
    });
  });

  it('refuses everybody else', () => {
    expect(closed(answered, { by: officer, at })).toEqual({ ok: false, reason: 'NOT_THE_REQUESTER' });
  });

  it.each(['FILED', 'ACKNOWLEDGED', 'IN_ACTION', 'CLOSED', 'REOPENED'] as const)(
    'refuses a request that is %s',
    (state) => {
      expect(closed({ ...answered, state }, { by: answered.requesterId, at })).toEqual({
        ok: false,
        reason: 'WRONG_STATE',
      });
    },
  );
});

describe('takenStep', () => {
  it('records the state that the step led to, by whom and when', () => {
    expect(takenStep(aCareRequest({ state: 'RESOLVED' }), { by: officer, at }, { id: 'a', note: 'done' })).toEqual({
      id: 'a',
      careRequestId: aCareRequest().id,
      state: 'RESOLVED',
      staffId: officer,
      at,
      note: 'done',
    });
  });
});
