import { describe, expect, it } from '@jest/globals';
import type { Result } from '@onevisit/kernel';
import {
  dayOf,
  directly,
  fileAfter,
  handlerAt,
  petitionerAt,
  story,
  supervisorAt,
  systemAt,
} from '../testing/case-files.ts';
import type { CaseFile, ExecutionItem, Step } from './case-file.ts';
import { confirmationEffective, confirmationRevoked, resultConfirmed } from './conclusion.ts';
import { opinionDelivered } from './delivery.ts';
import { executionConfirmed, executionReported, executionVerified } from './execution.ts';
import { deadlineLapsed } from './lapse.ts';

const refusalOf = (outcome: Result<Step, string>): string | null => (outcome.ok ? null : outcome.reason);
const itemOf = (file: CaseFile): ExecutionItem => {
  const [item] = file.executionItems;
  if (!item) throw new Error('no item');
  return item;
};

const reported = (): CaseFile => {
  const file = story.executing();
  return fileAfter(executionReported(file, itemOf(file), '转账凭证 1', handlerAt(dayOf(20))));
};
const verified = (): CaseFile => {
  const file = reported();
  return fileAfter(
    executionVerified(file, itemOf(file), { isDone: true, findingSealed: '已核对' }, supervisorAt(dayOf(21))),
  );
};
const accepted = (): CaseFile => {
  const file = verified();
  return fileAfter(executionConfirmed(file, itemOf(file), true, petitionerAt(dayOf(22))));
};

describe('opinionDelivered', () => {
  const deliver = (changes: object, file = story.signed()) =>
    refusalOf(opinionDelivered(file, { ...directly(dayOf(13)), ...changes }, handlerAt(dayOf(13))));

  it('meets handling and delivery, and opens the windows of the petitioner', () => {
    const { deadlines, case: subject } = story.delivered();
    expect(subject).toMatchObject({ status: 'DELIVERED', deliveredAt: dayOf(13), nextDueAt: null });
    expect(deadlines.slice(-4).map(({ kind, state, dueOn }) => [kind, state, dueOn])).toEqual([
      ['HANDLING', 'MET', '2026-05-06'],
      ['DELIVERY', 'MET', '2026-03-19'],
      ['REVIEW_REQUEST_WINDOW', 'RUNNING', '2026-04-14'],
      ['RATING_WINDOW', 'RUNNING', '2026-04-14'],
    ]);
  });

  it('goes on to execution where something is still to be done', () => {
    const { case: subject, deadlines } = story.executing();
    expect(subject).toMatchObject({ status: 'EXECUTING', returnTo: 'DELIVERED' });
    expect(deadlines.at(-1)).toMatchObject({
      kind: 'EXECUTION',
      responsibleOrganizationId: 'unit',
      dueOn: '2026-04-20',
    });
  });

  it('needs proof that fits the method', () => {
    expect(deliver({ proofReference: ' ' })).toBe('PROOF_REQUIRED');
    expect(deliver({ method: 'LEAVE', witnessOrganizationIds: ['a', 'unit'] })).toBe('WITNESSES_REQUIRED');
    expect(deliver({ method: 'ENTRUST', witnessOrganizationIds: ['a', 'a'] })).toBeNull();
    expect(deliver({ method: 'TRACKING_PAGE' })).toBe('SECOND_PERSON_REQUIRED');
    expect(deliver({ method: 'TRACKING_PAGE', secondPersonId: 'handler' })).toBe('SECOND_PERSON_REQUIRED');
    expect(deliver({ method: 'TRACKING_PAGE', secondPersonId: 'leader' })).toBeNull();
  });

  it('keeps the order of what happened', () => {
    expect(deliver({ deliveredAt: dayOf(11), receivedAt: dayOf(12) })).toBe('DELIVERED_BEFORE_SIGNED');
    expect(deliver({ receivedAt: dayOf(12.5) })).toBe('RECEIVED_BEFORE_DELIVERED');
    expect(deliver({ receivedAt: dayOf(14) })).toBe('DELIVERED_IN_FUTURE');
    expect(deliver({}, story.promised())).toBe('WRONG_STATE');
  });
});

describe('execution', () => {
  it('is reported by who owes it and verified by somebody else', () => {
    const file = story.executing();
    expect(refusalOf(executionReported(file, itemOf(file), '凭证', supervisorAt(dayOf(20))))).toBe('NOT_THE_OBLIGOR');
    expect(
      refusalOf(
        executionVerified(
          reported(),
          itemOf(reported()),
          { isDone: true, findingSealed: '看过' },
          handlerAt(dayOf(21)),
        ),
      ),
    ).toBe('VERIFIER_IS_OBLIGOR');
    expect(
      refusalOf(
        executionVerified(file, itemOf(file), { isDone: true, findingSealed: '看过' }, supervisorAt(dayOf(21))),
      ),
    ).toBe('WRONG_STATE');
  });

  it('goes back to where the case came from once all of it is verified', () => {
    expect(verified().case).toMatchObject({ status: 'DELIVERED', returnTo: null });
    expect(verified().deadlines.find(({ kind }) => kind === 'EXECUTION')).toMatchObject({
      state: 'MET',
      metAt: dayOf(21),
    });
  });

  it('is given back where the verifier finds that it was not done', () => {
    const file = reported();
    const back = fileAfter(
      executionVerified(file, itemOf(file), { isDone: false, findingSealed: '未到账' }, supervisorAt(dayOf(21))),
    );
    expect(back.case.status).toBe('EXECUTING');
    expect(itemOf(back)).toMatchObject({ state: 'OPEN', verifiedAt: null });
  });

  it('is owed again until the same day where it had been taken for done', () => {
    const file = verified();
    const disputed = fileAfter(executionConfirmed(file, itemOf(file), false, petitionerAt(dayOf(22))));
    const looked = { isDone: false, findingSealed: '未到账' };
    const back = fileAfter(executionVerified(disputed, itemOf(disputed), looked, supervisorAt(dayOf(23))));
    const terms = back.deadlines.filter(({ kind }) => kind === 'EXECUTION');
    expect(terms).toMatchObject([
      { state: 'SUPERSEDED', dueOn: '2026-04-20' },
      { state: 'RUNNING', dueOn: '2026-04-20', metAt: null, lateByDays: 0 },
    ]);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(2);
  });

  it('a dispute of the petitioner holds the case in execution until somebody has looked', () => {
    const file = verified();
    const disputed = fileAfter(executionConfirmed(file, itemOf(file), false, petitionerAt(dayOf(22))));
    expect(disputed.case).toMatchObject({ status: 'EXECUTING', returnTo: 'DELIVERED' });
    const settled = executionVerified(
      disputed,
      itemOf(disputed),
      { isDone: true, findingSealed: '再核' },
      supervisorAt(dayOf(23)),
    );
    expect(fileAfter(settled).case.status).toBe('DELIVERED');
  });
});

describe('resultConfirmed', () => {
  it('waits for three days and can be taken back until then', () => {
    const waiting = fileAfter(resultConfirmed(accepted(), petitionerAt(dayOf(23))));
    expect(waiting.confirmations).toMatchObject([{ state: 'PENDING', takesEffectAt: dayOf(26) }]);
    expect(waiting.case.status).toBe('DELIVERED');
    const back = fileAfter(confirmationRevoked(waiting, petitionerAt(dayOf(24))));
    expect(back.confirmations).toMatchObject([{ state: 'REVOKED' }]);
    expect(refusalOf(confirmationEffective(back, systemAt(dayOf(26))))).toBe('NOTHING_TO_REVOKE');
    const ended = fileAfter(confirmationEffective(waiting, systemAt(dayOf(26))));
    expect(ended.case).toMatchObject({
      status: 'CONCLUDED',
      conclusionKind: 'PETITIONER_CONFIRMED',
      concludedAt: dayOf(26),
    });
  });

  it('is taken back by a dispute: nobody accepts what is not done', () => {
    const waiting = fileAfter(resultConfirmed(accepted(), petitionerAt(dayOf(23))));
    const disputed = executionConfirmed(waiting, itemOf(waiting), false, petitionerAt(dayOf(24)));
    expect(disputed).toMatchObject({
      value: {
        file: { case: { status: 'EXECUTING' }, confirmations: [{ state: 'REVOKED' }] },
        facts: [{ type: 'ExecutionDisputed' }, { type: 'ConfirmationRevoked' }],
      },
    });
  });

  it('is refused while something is not verified, not confirmed, or not quiet for a day', () => {
    expect(refusalOf(resultConfirmed(reported(), petitionerAt(dayOf(25))))).toBe('EXECUTION_NOT_VERIFIED');
    expect(refusalOf(resultConfirmed(verified(), petitionerAt(dayOf(25))))).toBe('EXECUTION_NOT_CONFIRMED');
    expect(refusalOf(resultConfirmed(story.delivered(), petitionerAt(dayOf(13.9))))).toBe(
      'TOO_SOON_AFTER_STAFF_CONTACT',
    );
    expect(refusalOf(resultConfirmed(story.delivered(), petitionerAt(dayOf(14))))).toBeNull();
    expect(refusalOf(resultConfirmed(story.signed(), petitionerAt(dayOf(20))))).toBe('WRONG_STATE');
    const waiting = fileAfter(resultConfirmed(accepted(), petitionerAt(dayOf(23))));
    expect(refusalOf(resultConfirmed(waiting, petitionerAt(dayOf(24))))).toBe('ALREADY_CONFIRMED');
  });
});

describe('deadlineLapsed', () => {
  const lapse = (file: CaseFile, kind: string): Step | null => {
    const deadline = file.deadlines.find((each) => each.kind === kind && each.state === 'RUNNING');
    if (!deadline) throw new Error(`no running ${kind}`);
    const outcome = deadlineLapsed(file, deadline.id, 'SL26-7F3K-9QXM-0', systemAt(deadline.dueAt));
    return outcome.ok ? outcome.value : null;
  };

  it('silence after a referral is an admission, from the day on which the unit had it', () => {
    const step = lapse(story.referred(), 'ADMISSION_NOTICE');
    expect(step?.file.case).toMatchObject({ status: 'ADMITTED', isOverdue: true });
    expect(step?.file.failures).toMatchObject([{ kind: 'LATE_ADMISSION_NOTICE', organizationId: 'unit' }]);
    expect(step?.file.deadlines.find(({ kind }) => kind === 'HANDLING')).toMatchObject({ startedAt: dayOf(1) });
    expect(step?.facts.map(({ type }) => type)).toEqual(['DeadlineBreached', 'CaseDeemedAdmitted']);
  });

  it('silence at the bureau is a failure of the bureau and moves nothing', () => {
    const step = lapse(story.registered(), 'TRANSFER');
    expect(step?.file.case).toMatchObject({ status: 'REGISTERED', isOverdue: true });
    expect(step?.file.failures).toMatchObject([
      { kind: 'LATE_TRANSFER', organizationId: 'bureau', occurredAt: new Date('2026-03-17T16:00:00Z') },
    ]);
  });

  it('a unit that does not object owes nothing: the time to do so is over', () => {
    const step = lapse(story.referred(), 'OBJECTION');
    expect(step).toMatchObject({ facts: [], file: { failures: [], case: { status: 'REFERRED', isOverdue: false } } });
    expect(step?.file.deadlines.find(({ kind }) => kind === 'OBJECTION')).toMatchObject({ state: 'MET' });
  });

  it('a missed norm is no failure and not told', () => {
    const step = lapse(story.registered(), 'FIRST_CONTACT');
    expect(step).toMatchObject({ facts: [], file: { failures: [], case: { isOverdue: false } } });
  });

  it('a late notice after an admission is a failure, and the admission stands', () => {
    const step = lapse(story.admitted(), 'ADMISSION_NOTICE');
    expect(step?.file.case.status).toBe('ADMITTED');
    expect(step?.file.failures).toMatchObject([{ kind: 'LATE_ADMISSION_NOTICE' }]);
  });

  it('the review window concludes a delivered case, and no case in execution', () => {
    expect(lapse(story.delivered(), 'REVIEW_REQUEST_WINDOW')?.file.case).toMatchObject({
      status: 'CONCLUDED',
      conclusionKind: 'REVIEW_WINDOW_LAPSED',
    });
    expect(lapse(story.executing(), 'REVIEW_REQUEST_WINDOW')?.file.case.status).toBe('EXECUTING');
  });

  it('what was promised and not done is a failure of who promised it', () => {
    const step = lapse(story.executing(), 'EXECUTION');
    expect(step?.file.failures).toMatchObject([{ kind: 'NOT_EXECUTED', severity: 'MAJOR', organizationId: 'unit' }]);
    expect(step?.file.executionItems).toMatchObject([{ state: 'DEFAULTED' }]);
  });

  it('does nothing before the term ends, or to one that is over', () => {
    const file = story.registered();
    const transfer = file.deadlines.find(({ kind }) => kind === 'TRANSFER');
    expect(deadlineLapsed(file, transfer?.id ?? '', 'SL', systemAt(dayOf(2)))).toEqual({ ok: true, value: null });
    const [registration] = file.deadlines;
    expect(deadlineLapsed(file, registration?.id ?? '', 'SL', systemAt(dayOf(90)))).toEqual({ ok: true, value: null });
  });
});
