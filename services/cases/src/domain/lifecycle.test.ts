import { describe, expect, it } from '@jest/globals';
import type { Result } from '@onevisit/kernel';
import * as fc from 'fast-check';
import {
  anOrganization,
  bureau,
  bureauAt,
  dayOf,
  directly,
  handlerAt,
  leaderAt,
  newId,
  otherUnit,
  petitionerAt,
  story,
  supervisorAt,
  systemAt,
  unit,
  wages,
} from '../testing/case-files.ts';
import { admitted } from './admission.ts';
import { overallElapsedDays } from './case.ts';
import type { CaseFile, ExecutionItem, LegalCitation, Step } from './case-file.ts';
import { competenceRuled, type Arbiter } from './competence.ts';
import { confirmationEffective, confirmationRevoked, pendingConfirmation, resultConfirmed } from './conclusion.ts';
import { contested, contestRuled } from './contest.ts';
import { isPending, isRunning } from './deadline.ts';
import { noticeDelivered, opinionDelivered } from './delivery.ts';
import { executionConfirmed, executionReported, executionVerified } from './execution.ts';
import { executionItemAdded } from './execution-item.ts';
import { handlerAssigned, handlerLeft, petitionerHeard } from './handling.ts';
import { deadlineLapsed } from './lapse.ts';
import { notAdmitted } from './non-admission.ts';
import { objectionRaised, objectionRuled } from './objection.ts';
import { draftOf, opinionDrafted, opinionSigned } from './opinion.ts';
import { referred } from './referral.ts';
import { reportedBack } from './report-back.ts';
import { transitions } from './transition.ts';

type Outcome = Result<Step | null, string>;
type Move = (file: CaseFile, at: Date) => Outcome;

const none: Outcome = { ok: true, value: null };
const onItem = (file: CaseFile, move: (item: ExecutionItem) => Outcome): Outcome => {
  const item = file.executionItems.find(({ state }) => state !== 'VERIFIED') ?? file.executionItems.at(-1);
  return item ? move(item) : none;
};
const arbiter: Arbiter = { organization: anOrganization({ id: 'government' }), level: 'COMMON_SUPERIOR' };
const basis: readonly LegalCitation[] = [{ law: '法', article: '一', quote: null }];

/** Everything that anybody can do to a case, well or badly timed. */
const moves: Readonly<Record<string, Move>> = {
  refer: (file, at) =>
    referred(
      file,
      { kind: 'TRANSFER', orderNo: 'JB', legalBasis: null, overrideReason: null, reason: null, reportBackDueOn: null },
      bureauAt(at),
      { from: bureau, to: unit, competences: [wages], superiorIds: [] },
    ),
  assignOut: (file, at) =>
    referred(
      file,
      {
        kind: 'ASSIGNMENT',
        orderNo: 'JB',
        legalBasis: null,
        overrideReason: null,
        reason: null,
        reportBackDueOn: dayOf(30).toISOString().slice(0, 10),
      },
      bureauAt(at),
      { from: bureau, to: unit, competences: [wages], superiorIds: [] },
    ),
  object: (file, at) =>
    objectionRaised(file, { id: newId(), reasonSealed: 's', legalBasis: null, proposed: otherUnit }, handlerAt(at)),
  uphold: (file, at) => objectionRuled(file, { isUpheld: true, reason: '同意', arbiter }, bureauAt(at)),
  overrule: (file, at) => objectionRuled(file, { isUpheld: false, reason: '不同意', arbiter }, bureauAt(at)),
  ruleCompetence: (file, at) =>
    competenceRuled(
      file,
      { to: unit, superiorIds: [], orderNo: 'JB', reason: '裁定' },
      { ...leaderAt(at), organizationId: arbiter.organization.id },
    ),
  refuse: (file, at) =>
    notAdmitted(
      file,
      {
        reasonCode: 'NO_CONCRETE_MATTER',
        legalBasis: '法',
        guidance: '指引',
        secondPersonId: 'colleague',
        noticeNo: 'SL',
        reason: null,
      },
      handlerAt(at),
    ),
  contest: (file, at) =>
    contested(
      file,
      { id: newId(), groundsSealed: 's', rulingOrganizationId: 'city-bureau', bureauId: bureau.id },
      petitionerAt(at),
    ),
  upholdContest: (file, at) => contestRuled(file, { isUpheld: true, reason: '成立' }, supervisorAt(at)),
  rejectContest: (file, at) => contestRuled(file, { isUpheld: false, reason: '不成立' }, supervisorAt(at)),
  reportBack: (file, at) => reportedBack(file, { resultSealed: 's', documentReference: null }, handlerAt(at)),
  admit: (file, at) => admitted(file, { noticeNo: 'SL', legalBasis: null, reason: null }, handlerAt(at)),
  notify: (file, at) => noticeDelivered(file, directly(at), handlerAt(at)),
  assign: (file, at) =>
    handlerAssigned(
      file,
      { handler: { id: 'handler', organizationId: unit.id, roles: ['HANDLER'], isActive: true }, reason: null },
      leaderAt(at),
    ),
  leave: (file, at) => ({ ok: true, value: handlerLeft(file, 'handler', systemAt(at)) }),
  hear: (file, at) =>
    petitionerHeard(
      file,
      {
        id: newId(),
        outcome: 'HEARD',
        mode: 'FACE',
        at,
        summarySealed: 's',
        acknowledgementReference: '笔录',
        recordingReference: null,
      },
      handlerAt(at),
    ),
  draft: (file, at) =>
    opinionDrafted(
      file,
      {
        id: draftOf(file)?.id ?? newId(),
        factsAndReasonsSealed: 's',
        plainSummary: '说明',
        rootCause: null,
        claims: [{ claimId: 'claim', outcome: 'SUPPORTED', findingSealed: 's', legalBasis: basis }],
        reviewBodyIds: ['superior'],
        remedyHow: '如何',
      },
      handlerAt(at),
    ),
  promise: (file, at) =>
    executionItemAdded(
      file,
      {
        claimId: 'claim',
        obligor: unit,
        content: '支付',
        amountFen: null,
        dueOn: at.toISOString().slice(0, 10),
      },
      handlerAt(at),
    ),
  sign: (file, at) => opinionSigned(file, { docNo: 'YJ', reason: null }, leaderAt(at)),
  deliver: (file, at) => opinionDelivered(file, directly(at), handlerAt(at)),
  report: (file, at) => onItem(file, (item) => executionReported(file, item, '凭证', handlerAt(at))),
  verify: (file, at) =>
    onItem(file, (item) => executionVerified(file, item, { isDone: true, findingSealed: '看过' }, supervisorAt(at))),
  reject: (file, at) =>
    onItem(file, (item) => executionVerified(file, item, { isDone: false, findingSealed: '没有' }, supervisorAt(at))),
  agree: (file, at) => onItem(file, (item) => executionConfirmed(file, item, true, petitionerAt(at))),
  dispute: (file, at) => onItem(file, (item) => executionConfirmed(file, item, false, petitionerAt(at))),
  confirm: (file, at) => resultConfirmed(file, petitionerAt(at)),
  revoke: (file, at) => confirmationRevoked(file, petitionerAt(at)),
};

/** What happens by itself until that moment, in the order in which it falls due. */
function settled(file: CaseFile, now: Date): CaseFile {
  let current = file;
  for (;;) {
    const due = current.deadlines
      .filter((deadline) => isRunning(deadline) && deadline.dueAt <= now)
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
    const waiting = pendingConfirmation(current);
    const isConfirmationFirst = waiting && waiting.takesEffectAt <= now && !(due && due.dueAt < waiting.takesEffectAt);
    const outcome: Outcome = isConfirmationFirst
      ? confirmationEffective(current, petitionerAt(waiting.takesEffectAt))
      : due
        ? deadlineLapsed(current, due.id, 'SL', petitionerAt(due.dueAt))
        : none;
    if (!outcome.ok || outcome.value === null) return current;
    checkStep(current, outcome.value);
    current = outcome.value.file;
  }
}

const edges = new Set(transitions.flatMap(({ from, to }) => (from ?? []).map((each) => `${each} > ${to ?? each}`)));

/** What must be true of every single step. */
function checkStep(before: CaseFile, { file }: Step): void {
  const reachable = new Set([before.case.status]);
  // One act may take two rows of the table at once: delivered and, with something left to do, executing.
  for (let hop = 0; hop < 3; hop += 1) {
    for (const edge of edges) {
      const [from, to] = edge.split(' > ');
      if ([...reachable].some((status) => status === from)) reachable.add(to as typeof before.case.status);
    }
    if (reachable.has(file.case.status)) break;
  }
  expect([...reachable]).toContain(file.case.status);
  expect(file.scopes).toEqual(expect.arrayContaining([...before.scopes]));
  expect(file.deadlines.length).toBeGreaterThanOrEqual(before.deadlines.length);
  for (const deadline of before.deadlines) {
    const after = file.deadlines.find(({ id }) => id === deadline.id);
    // No term is ever moved or taken away; only what was taken for done, a promise or a transfer, can be owed again.
    expect(after).toMatchObject({ kind: deadline.kind, dueAt: deadline.dueAt, startedAt: deadline.startedAt });
    const canBeUndone = deadline.kind === 'EXECUTION' || deadline.kind === 'TRANSFER';
    if (!isPending(deadline)) expect([deadline.state, canBeUndone && 'SUPERSEDED']).toContain(after?.state);
    if (deadline.state === 'BREACHED') expect(['BREACHED', 'MET_LATE']).toContain(after?.state);
  }
  expect(file.failures.length).toBeGreaterThanOrEqual(before.failures.length);
  expect(file.case.registeredAt).toEqual(before.case.registeredAt);
}

const names = Object.keys(moves);
const history = fc.array(fc.record({ move: fc.constantFrom(...names), days: fc.integer({ min: 0, max: 40 }) }), {
  minLength: 1,
  maxLength: 40,
});

/** Plays a history out, the automatic acts in between included. */
function played(steps: readonly Readonly<{ move: string; days: number }>[], visit: (file: CaseFile, at: Date) => void) {
  let file = story.registered();
  let day = 0;
  for (const { move, days } of steps) {
    day += days;
    file = settled(file, dayOf(day));
    const outcome = moves[move]?.(file, dayOf(day)) ?? none;
    if (outcome.ok && outcome.value) {
      checkStep(file, outcome.value);
      file = outcome.value.file;
    }
    visit(file, dayOf(day));
  }
  return { file, day };
}

describe('whatever anybody does, in whatever order', () => {
  it('a case moves along the table, its terms stay where they are, and nothing is hidden', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let elapsed = 0;
        played(steps, (file, at) => {
          const days = overallElapsedDays(file.case, at);
          expect(days).toBeGreaterThanOrEqual(elapsed);
          elapsed = days;
          // Somebody always owes the next step, or the petitioner's own window is open.
          expect(file.case.status === 'CONCLUDED' || file.deadlines.some(isPending)).toBe(true);
          expect(file.case.status === 'CONCLUDED').toBe(file.case.concludedAt !== null);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('every open case can still be brought to its end', () => {
    const path = [
      'notify',
      'rejectContest',
      'overrule',
      'ruleCompetence',
      'refer',
      'admit',
      'assign',
      'hear',
      'draft',
      'promise',
      'sign',
      'deliver',
    ];
    // As many items as a history can have promised, each reported and verified.
    const execution = Array.from({ length: 42 }, () => ['report', 'verify']).flat();
    fc.assert(
      fc.property(history, (steps) => {
        const { file, day } = played(steps, () => undefined);
        const rest = [...path, ...execution];
        let current = file;
        let today = day;
        for (const move of rest) {
          today += path.includes(move) ? 1 : 0;
          current = settled(current, dayOf(today));
          const outcome = moves[move]?.(current, dayOf(today)) ?? none;
          if (outcome.ok && outcome.value) current = outcome.value.file;
        }
        expect(settled(current, dayOf(today + 120)).case.status).toBe('CONCLUDED');
      }),
      { numRuns: 200 },
    );
  });

  it('sixty days at once are sixty days one by one', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 90 }), (steps, wait) => {
        const { file, day } = played(steps, () => undefined);
        let slowly = file;
        for (let today = day; today <= day + wait; today += 1) slowly = settled(slowly, dayOf(today));
        const said = ({ case: subject, deadlines }: CaseFile) => ({
          subject,
          deadlines: deadlines.map((deadline) => ({ ...deadline, id: '' })),
        });
        expect(said(settled(file, dayOf(day + wait)))).toEqual(said(slowly));
      }),
      { numRuns: 200 },
    );
  });
});
