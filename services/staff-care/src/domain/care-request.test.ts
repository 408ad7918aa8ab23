import { describe, expect, it } from '@jest/globals';
import { aCareRequest } from '../testing/builders.ts';
import { closed, newCareRequest, responded, takenStep, type CareRequestState, type CareStep } from './care-request.ts';

const at = new Date('2026-04-28T02:00:00Z');
const officer = '01890000-0000-7000-8000-0000000000c0';
const acknowledgedBy = (state: CareRequestState) =>
  aCareRequest({ state, ownerId: officer, firstRespondedAt: new Date('2026-04-27T08:00:00Z') });
const states = ['FILED', 'ACKNOWLEDGED', 'IN_ACTION', 'RESOLVED', 'CLOSED'] as const;
const allowed = { ACKNOWLEDGE: 'FILED', START_ACTION: 'ACKNOWLEDGED', RESOLVE: 'IN_ACTION' } as const;

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
    ['RESOLVE', 'IN_ACTION', 'RESOLVED'],
  ] as const)('leaves owner and first response as they are at %s', (step, from, to) => {
    expect(responded(acknowledgedBy(from), step, { by: 'another officer', at })).toEqual({
      ok: true,
      value: { ...acknowledgedBy(from), state: to },
    });
  });

  const wrong = (Object.keys(allowed) as CareStep[]).flatMap((step) =>
    states.filter((state) => state !== allowed[step]).map((state) => [step, state] as const),
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

describe('closed', () => {
  const answered = acknowledgedBy('RESOLVED');

  it('records when the requester had the last word', () => {
    expect(closed(answered, { by: answered.requesterId, at })).toEqual({
      ok: true,
      value: { ...answered, state: 'CLOSED', closedAt: at },
    });
  });

  it('refuses everybody else', () => {
    expect(closed(answered, { by: officer, at })).toEqual({ ok: false, reason: 'NOT_THE_REQUESTER' });
  });

  it.each(['FILED', 'ACKNOWLEDGED', 'IN_ACTION', 'CLOSED'] as const)('refuses a request that is %s', (state) => {
    expect(closed({ ...answered, state }, { by: answered.requesterId, at })).toEqual({
      ok: false,
      reason: 'WRONG_STATE',
    });
  });
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
