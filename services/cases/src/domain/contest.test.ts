import { describe, expect, it } from '@jest/globals';
import {
  bureau,
  bureauAt,
  clerkAt,
  dayOf,
  directly,
  fileAfter,
  handlerAt,
  monday,
  newId,
  petitionerAt,
  story,
  supervisorAt,
  systemAt,
  unit,
  wages,
} from '../testing/case-files.ts';
import type { CaseFile } from './case-file.ts';
import { hopsOf } from './competence.ts';
import { contested, contestRuled } from './contest.ts';
import { noticeDelivered } from './delivery.ts';
import { deadlineLapsed } from './lapse.ts';
import { notAdmitted, type NonAdmissionRequest } from './non-admission.ts';
import { referred } from './referral.ts';

const request: NonAdmissionRequest = {
  reasonCode: 'NO_CONCRETE_MATTER',
  legalBasis: '《信访工作条例》第十九条',
  guidance: '请补充具体事项后再次提交',
  secondPersonId: 'colleague',
  noticeNo: 'SL26-7F3K-9QXM-0',
  reason: null,
};
const refuse = (changes: Partial<NonAdmissionRequest> = {}, file = story.referred(), act = handlerAt(dayOf(3))) =>
  notAdmitted(file, { ...request, ...changes }, act);
const refused = () => fileAfter(refuse());
const notified = () => fileAfter(noticeDelivered(refused(), directly(dayOf(4)), handlerAt(dayOf(4))));
const contest = (file: CaseFile, day = 5) =>
  contested(
    file,
    { id: newId(), groundsSealed: 'sealed', rulingOrganizationId: 'city-bureau', bureauId: 'bureau' },
    petitionerAt(dayOf(day)),
  );
const pending = () => fileAfter(contest(notified()));
const rule = (file: CaseFile, isUpheld: boolean, act = supervisorAt(dayOf(6))) =>
  contestRuled(file, { isUpheld, reason: '经核实' }, act);
const reasonOf = (outcome: Readonly<{ ok: boolean; reason?: unknown }>) => (outcome.ok ? null : outcome.reason);
const terms = ({ deadlines }: CaseFile, ...kinds: readonly string[]) =>
  deadlines.filter(({ kind }) => kinds.includes(kind)).map(({ kind, state, dueOn }) => [kind, state, dueOn]);
const lapseOf = (file: CaseFile, kind: string): CaseFile => {
  const deadline = file.deadlines.find((each) => each.kind === kind && each.state === 'RUNNING');
  const step = deadlineLapsed(file, deadline?.id ?? '', 'SL', systemAt(deadline?.dueAt ?? dayOf(0)));
  if (!step.ok || !step.value) throw new Error(`no ${kind} to lapse`);
  return step.value.file;
};

describe('notAdmitted', () => {
  it('still owes the notice, and from the notice on the petitioner has fifteen days', () => {
    expect(refused().case).toMatchObject({ status: 'NOT_ADMITTED', responsibleOrganizationId: 'unit' });
    expect(terms(refused(), 'ADMISSION_NOTICE', 'OBJECTION', 'CONTEST_WINDOW').map(([, state]) => state)).toEqual([
      'RUNNING',
      'SUPERSEDED',
    ]);
    expect(terms(notified(), 'ADMISSION_NOTICE', 'CONTEST_WINDOW')).toEqual([
      ['ADMISSION_NOTICE', 'MET', '2026-03-18'],
      ['CONTEST_WINDOW', 'RUNNING', '2026-03-23'],
    ]);
  });

  it('needs a basis, guidance and a second person', () => {
    expect(reasonOf(refuse({ legalBasis: null }))).toBe('NON_ADMISSION_BASIS_REQUIRED');
    expect(reasonOf(refuse({ guidance: null }))).toBe('GUIDANCE_REQUIRED');
    expect(reasonOf(refuse({ secondPersonId: null }))).toBe('REVIEWER_REQUIRED');
    expect(reasonOf(refuse({ secondPersonId: 'handler' }))).toBe('REVIEWER_REQUIRED');
  });

  it('is no way out of a referral: who is not competent objects', () => {
    expect(reasonOf(refuse({ reasonCode: 'OUT_OF_JURISDICTION' }))).toBe('USE_OBJECTION');
    const direct = { ...story.registered() };
    const own = { ...direct, case: { ...direct.case, responsibleOrganizationId: unit.id } };
    expect(reasonOf(refuse({ reasonCode: 'OUT_OF_JURISDICTION' }, own))).toBeNull();
  });

  it('is for the responsible organization, before it has admitted the case, and never for an accusation', () => {
    expect(reasonOf(refuse({}, story.referred(), bureauAt(dayOf(3))))).toBe('NOT_THE_RESPONSIBLE_ORGANIZATION');
    expect(reasonOf(refuse({}, story.registered(), clerkAt(monday)))).toBe('NOT_THE_RESPONSIBLE_ORGANIZATION');
    expect(reasonOf(refuse({}, story.admitted()))).toBe('WRONG_STATE');
    expect(reasonOf(refuse({}, refused()))).toBe('WRONG_STATE');
    expect(reasonOf(refuse({}, story.registered({ category: 'ACCUSATION' })))).toBe('ACCUSATION_NEEDS_SEALED_HANDOVER');
  });

  it('stands once the window has run out, and not before', () => {
    expect(lapseOf(notified(), 'CONTEST_WINDOW').case).toMatchObject({
      status: 'CONCLUDED',
      conclusionKind: 'NON_ADMISSION_STOOD',
    });
    // Without a notice no window begins, and nothing ends.
    const unnotified = lapseOf(lapseOf(refused(), 'FIRST_CONTACT'), 'ADMISSION_NOTICE');
    expect(unnotified.case).toMatchObject({ status: 'NOT_ADMITTED', isOverdue: true });
    expect(unnotified.failures).toMatchObject([{ kind: 'LATE_ADMISSION_NOTICE', organizationId: 'unit' }]);
  });
});

describe('contested', () => {
  it('is for the city to rule in ten working days', () => {
    const file = pending();
    expect(file.case.status).toBe('NOT_ADMITTED');
    expect(file.deadlines.at(-1)).toMatchObject({
      kind: 'CONTEST_RULING',
      responsibleOrganizationId: 'city-bureau',
      dueOn: '2026-03-20',
    });
  });

  it('needs no notice, comes once, and only against a decision not to admit', () => {
    expect(reasonOf(contest(refused()))).toBeNull();
    expect(reasonOf(contest(pending(), 6))).toBe('ALREADY_CONTESTED');
    expect(reasonOf(contest(story.admitted()))).toBe('WRONG_STATE');
    expect(reasonOf(contest(lapseOf(notified(), 'CONTEST_WINDOW'), 40))).toBe('WRONG_STATE');
  });

  it('holds the case open until it is ruled on', () => {
    const file = lapseOf(pending(), 'CONTEST_WINDOW');
    expect(file.case.status).toBe('NOT_ADMITTED');
    expect(fileAfter(rule(file, false)).case).toMatchObject({
      status: 'CONCLUDED',
      conclusionKind: 'NON_ADMISSION_STOOD',
    });
  });
});

describe('contestRuled', () => {
  it('upheld: the case is back to be referred, and the decision stands as a failure of who took it', () => {
    const file = fileAfter(rule(pending(), true));
    expect(file.case).toMatchObject({ status: 'REGISTERED', responsibleOrganizationId: null });
    expect(file.contests).toMatchObject([{ state: 'UPHELD', ruledBy: 'supervisor' }]);
    expect(file.failures).toMatchObject([
      { kind: 'WRONGFUL_NON_ADMISSION', organizationId: 'unit', detectedBy: 'SUPERVISOR', occurredAt: dayOf(3) },
    ]);
    expect(terms(file, 'TRANSFER', 'RE_REFERRAL', 'CONTEST_RULING', 'CONTEST_WINDOW')).toEqual([
      ['TRANSFER', 'MET', '2026-03-17'],
      ['CONTEST_WINDOW', 'SUPERSEDED', '2026-03-23'],
      ['CONTEST_RULING', 'MET', '2026-03-20'],
      ['RE_REFERRAL', 'RUNNING', '2026-03-10'],
    ]);
    expect(hopsOf(file)).toBe(0);
    const order = { kind: 'TRANSFER', orderNo: 'JB', legalBasis: null, overrideReason: null, reason: null } as const;
    const partners = { from: bureau, to: unit, competences: [wages], superiorIds: [] };
    const again = referred(file, { ...order, reportBackDueOn: null }, bureauAt(dayOf(7)), partners);
    expect(fileAfter(again).case.status).toBe('REFERRED');
  });

  it('upheld where a unit received it: the bureau of the county passes it on', () => {
    const direct = story.registered();
    const own = {
      ...direct,
      case: { ...direct.case, responsibleOrganizationId: unit.id },
      deadlines: direct.deadlines.filter(({ kind }) => kind !== 'TRANSFER'),
    };
    const file = fileAfter(rule(fileAfter(contest(fileAfter(refuse({}, own)))), true));
    expect(file.deadlines.at(-1)).toMatchObject({ kind: 'RE_REFERRAL', responsibleOrganizationId: 'bureau' });
  });

  it('rejected: the decision stands until its window has run out', () => {
    const file = fileAfter(rule(pending(), false));
    expect(file.case.status).toBe('NOT_ADMITTED');
    expect(file.failures).toEqual([]);
    expect(lapseOf(file, 'CONTEST_WINDOW').case.conclusionKind).toBe('NON_ADMISSION_STOOD');
  });

  it('lapses in favour of the petitioner, and calls nobody wrong', () => {
    const file = lapseOf(pending(), 'CONTEST_RULING');
    expect(file.case.status).toBe('REGISTERED');
    expect(file.contests).toMatchObject([{ state: 'UPHELD', ruledBy: null }]);
    expect(file.failures).toEqual([]);
  });

  it('is never for who decided, and for a contest that is pending', () => {
    expect(reasonOf(rule(pending(), false, handlerAt(dayOf(6))))).toBe('DECIDER_CANNOT_RULE');
    expect(reasonOf(rule(notified(), true))).toBe('WRONG_STATE');
  });
});
