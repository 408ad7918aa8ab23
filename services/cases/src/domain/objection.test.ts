import { describe, expect, it } from '@jest/globals';
import {
  anOrganization,
  bureau,
  bureauAt,
  dayOf,
  fileAfter,
  handlerAt,
  leaderAt,
  newId,
  otherUnit,
  story,
  systemAt,
  unit,
  wages,
} from '../testing/case-files.ts';
import { admitted } from './admission.ts';
import { competenceRuled, openDispute, type Arbiter } from './competence.ts';
import type { Act, CaseFile } from './case-file.ts';
import { deadlineLapsed } from './lapse.ts';
import { objectionRaised, objectionRuled } from './objection.ts';
import { passedDown, referred, type ReferralPartners } from './referral.ts';

const government = anOrganization({ id: 'government', code: '990102-GOV', kind: 'GOVERNMENT' });
const arbiter: Arbiter = { organization: government, level: 'COMMON_SUPERIOR' };
const raised = (file: CaseFile, day: number, proposed = otherUnit) =>
  objectionRaised(file, { id: newId(), reasonSealed: 'sealed', legalBasis: null, proposed }, handlerAt(dayOf(day)));
const ruled = (file: CaseFile, day: number, isUpheld: boolean, by: Arbiter | null = null) =>
  objectionRuled(file, { isUpheld, reason: '经核实', arbiter: by }, bureauAt(dayOf(day)));
const order = {
  kind: 'TRANSFER',
  orderNo: 'JB26-7F3K-9QXM-0',
  legalBasis: null,
  overrideReason: null,
  reason: null,
  reportBackDueOn: null,
} as const;
const toUnit: ReferralPartners = { from: bureau, to: unit, competences: [wages], superiorIds: [] };
const referredAgain = (file: CaseFile, day: number, changes: Partial<ReferralPartners> = {}) =>
  referred(file, order, bureauAt(dayOf(day)), { ...toUnit, ...changes });
const reasonOf = (outcome: Readonly<{ ok: boolean; reason?: unknown }>) => (outcome.ok ? null : outcome.reason);
const terms = ({ deadlines }: CaseFile, ...kinds: readonly string[]) =>
  deadlines.filter(({ kind }) => kinds.includes(kind)).map(({ kind, state, dueOn }) => [kind, state, dueOn]);
const lapseOf = (file: CaseFile, kind: string): CaseFile => {
  const deadline = file.deadlines.find((each) => each.kind === kind && each.state === 'RUNNING');
  const step = deadlineLapsed(file, deadline?.id ?? '', 'SL', systemAt(deadline?.dueAt ?? dayOf(0)));
  if (!step.ok || !step.value) throw new Error(`no ${kind} to lapse`);
  return step.value.file;
};

const objected = () => fileAfter(raised(story.referred(), 3));
const givenBack = () => fileAfter(ruled(objected(), 4, true));
/** Referred a second time, and objected to a second time. */
const objectedTwice = () => fileAfter(raised(fileAfter(referredAgain(givenBack(), 5)), 6));

describe('objectionRaised', () => {
  it('meets the term to object, starts the bureau’s, and leaves the notice term running', () => {
    const file = objected();
    expect(file.case).toMatchObject({ status: 'OBJECTED', responsibleOrganizationId: 'unit' });
    expect(terms(file, 'OBJECTION', 'OBJECTION_RULING', 'ADMISSION_NOTICE')).toEqual([
      ['ADMISSION_NOTICE', 'RUNNING', '2026-03-18'],
      ['OBJECTION', 'MET', '2026-03-10'],
      ['OBJECTION_RULING', 'RUNNING', '2026-03-10'],
    ]);
    expect(file.referrals).toMatchObject([{ state: 'OBJECTED' }]);
    expect(file.deadlines.at(-1)).toMatchObject({ responsibleOrganizationId: 'bureau' });
  });

  it('comes within five working days', () => {
    // Referred on Tuesday the 3rd: the last day is Tuesday the 10th.
    expect(reasonOf(raised(story.referred(), 8))).toBeNull();
    expect(reasonOf(raised(story.referred(), 9))).toBe('OBJECTION_TOO_LATE');
    expect(reasonOf(raised(lapseOf(lapseOf(story.referred(), 'FIRST_CONTACT'), 'OBJECTION'), 9))).toBe(
      'OBJECTION_TOO_LATE',
    );
  });

  it('is for the organization that has the case, while it has not decided', () => {
    const { id, reasonSealed } = { id: newId(), reasonSealed: 'sealed' };
    const byBureau = objectionRaised(
      story.referred(),
      { id, reasonSealed, legalBasis: null, proposed: otherUnit },
      bureauAt(dayOf(3)),
    );
    expect(reasonOf(byBureau)).toBe('NOT_THE_RESPONSIBLE_ORGANIZATION');
    expect(reasonOf(raised(story.registered(), 1))).toBe('WRONG_STATE');
    expect(reasonOf(raised(story.admitted(), 4))).toBe('WRONG_STATE');
    expect(reasonOf(raised(objected(), 4))).toBe('WRONG_STATE');
  });

  it('names another organization that can answer', () => {
    const village = anOrganization({ id: 'village', kind: 'VILLAGE_COMMITTEE' });
    const gone = anOrganization({ id: 'gone', validTo: '2026-03-01' });
    for (const proposed of [unit, village, gone]) {
      expect(reasonOf(raised(story.referred(), 3, proposed))).toBe('PROPOSED_ORGANIZATION_NOT_VALID');
    }
  });

  it('is heard once for each referral', () => {
    const stands = fileAfter(ruled(objected(), 4, false));
    expect(reasonOf(raised(stands, 5))).toBe('OBJECTION_ALREADY_RULED');
  });
});

describe('objectionRuled', () => {
  it('rejected: the referral stands, and its notice term with it', () => {
    const file = fileAfter(ruled(objected(), 4, false));
    expect(file.case).toMatchObject({ status: 'REFERRED', responsibleOrganizationId: 'unit' });
    expect(file.referrals).toMatchObject([{ state: 'ISSUED' }]);
    expect(file.objections).toMatchObject([{ ruling: 'REJECTED', ruledBy: 'officer', ruledAt: dayOf(4) }]);
    expect(terms(file, 'ADMISSION_NOTICE', 'OBJECTION_RULING')).toEqual([
      ['ADMISSION_NOTICE', 'RUNNING', '2026-03-18'],
      ['OBJECTION_RULING', 'MET', '2026-03-10'],
    ]);
  });

  it('upheld: nobody has the case, and the transfer runs again until its own old day', () => {
    const file = givenBack();
    expect(file.case).toMatchObject({ status: 'REGISTERED', responsibleOrganizationId: null });
    expect(file.referrals).toMatchObject([{ state: 'RETURNED' }]);
    expect(terms(file, 'TRANSFER', 'ADMISSION_NOTICE', 'RE_REFERRAL')).toEqual([
      ['TRANSFER', 'SUPERSEDED', '2026-03-17'],
      ['ADMISSION_NOTICE', 'SUPERSEDED', '2026-03-18'],
      ['RE_REFERRAL', 'RUNNING', '2026-03-10'],
      ['TRANSFER', 'RUNNING', '2026-03-17'],
    ]);
    expect(file.scopes).toContain('O:unit');
    const again = fileAfter(referredAgain(file, 5));
    expect(again.referrals.map(({ hop, state }) => [hop, state])).toEqual([
      [1, 'RETURNED'],
      [2, 'ISSUED'],
    ]);
    expect(terms(again, 'TRANSFER', 'RE_REFERRAL').map(([, state]) => state)).toEqual(['SUPERSEDED', 'MET', 'MET']);
  });

  it('upheld behind that day: the transfer is late at once, and once only', () => {
    const late = fileAfter(
      referred(story.registered(), order, bureauAt(dayOf(15)), { ...toUnit, competences: [wages] }),
    );
    const file = fileAfter(ruled(fileAfter(raised(late, 16)), 17, true));
    expect(terms(file, 'TRANSFER')).toEqual([
      ['TRANSFER', 'SUPERSEDED', '2026-03-17'],
      ['TRANSFER', 'BREACHED', '2026-03-17'],
    ]);
    expect(file.failures).toMatchObject([{ kind: 'LATE_TRANSFER', organizationId: 'bureau' }]);
    const missed = fileAfter(referredAgain(lapseOf(lapseOf(story.registered(), 'FIRST_CONTACT'), 'TRANSFER'), 20));
    const back = fileAfter(ruled(fileAfter(raised(missed, 21)), 22, true));
    expect(terms(back, 'TRANSFER')).toEqual([['TRANSFER', 'MET_LATE', '2026-03-17']]);
    expect(back.failures).toHaveLength(1);
  });

  it('is for whoever passed the case on, and for an objection that is open', () => {
    const byUnit = objectionRuled(objected(), { isUpheld: true, reason: '同意', arbiter }, leaderAt(dayOf(4)));
    expect(reasonOf(byUnit)).toBe('NOT_THE_REFERRING_ORGANIZATION');
    expect(reasonOf(ruled(story.referred(), 4, true))).toBe('WRONG_STATE');
  });

  it('lapses without consent: the referral stands', () => {
    const file = lapseOf(objected(), 'OBJECTION_RULING');
    expect(file.case.status).toBe('REFERRED');
    expect(file.objections).toMatchObject([{ ruling: 'LAPSED', ruledBy: null }]);
    expect(terms(file, 'OBJECTION_RULING', 'ADMISSION_NOTICE')).toEqual([
      ['ADMISSION_NOTICE', 'RUNNING', '2026-03-18'],
      ['OBJECTION_RULING', 'BREACHED', '2026-03-10'],
    ]);
  });

  it('gives no time: the notice term that runs out makes the case admitted all the same', () => {
    const file = lapseOf(fileAfter(raised(story.referred(), 8)), 'ADMISSION_NOTICE');
    expect(file.case).toMatchObject({ status: 'ADMITTED', responsibleOrganizationId: 'unit' });
    expect(file.objections).toMatchObject([{ ruling: 'LAPSED' }]);
    expect(terms(file, 'OBJECTION_RULING').map(([, state]) => state)).toEqual(['SUPERSEDED']);
    expect(
      reasonOf(admitted(objected(), { noticeNo: 'SL', legalBasis: null, reason: null }, handlerAt(dayOf(4)))),
    ).toBe('WRONG_STATE');
  });

  it('is granted by passing the case to another', () => {
    const file = fileAfter(referredAgain(objected(), 4, { to: otherUnit, competences: [wages] }));
    expect(file.case).toMatchObject({ status: 'REFERRED', responsibleOrganizationId: 'other-unit' });
    expect(file.objections).toMatchObject([{ ruling: 'UPHELD' }]);
    const elsewhere = referred(objected(), order, handlerAt(dayOf(4)), { ...toUnit, from: unit });
    expect(reasonOf(elsewhere)).toBe('NOT_THE_REFERRING_ORGANIZATION');
  });
});

describe('a dispute of competence', () => {
  const disputed = () => fileAfter(ruled(objectedTwice(), 7, true, arbiter));
  const decide = (
    file: CaseFile,
    act: Act = { ...leaderAt(dayOf(8)), organizationId: government.id },
    to = otherUnit,
  ) => competenceRuled(file, { to, superiorIds: ['government'], orderNo: 'JB26-7F3K-9QXM-1', reason: '裁定' }, act);

  it('begins with the second objection that is upheld, and the bureau passes nothing on meanwhile', () => {
    const file = disputed();
    expect(file.case).toMatchObject({ status: 'REGISTERED', rulingOrganizationId: 'government' });
    expect(openDispute(file)).toMatchObject({ level: 'COMMON_SUPERIOR', organizationIds: ['unit', 'other-unit'] });
    expect(terms(file, 'COMPETENCE_RULING')).toEqual([['COMPETENCE_RULING', 'RUNNING', '2026-03-23']]);
    expect(file.scopes).toContain('O:government');
    expect(reasonOf(referredAgain(file, 8))).toBe('COMPETENCE_RULING_PENDING');
    expect(reasonOf(referredAgain(objectedTwice(), 7))).toBe('COMPETENCE_RULING_PENDING');
    expect(reasonOf(ruled(objectedTwice(), 7, true))).toBe('ARBITER_NOT_FOUND');
  });

  it('begins with the last hop, too', () => {
    const file = objected();
    const [first] = file.referrals;
    const travelled = { ...file, referrals: first ? [first, first, ...file.referrals] : [] };
    expect(openDispute(fileAfter(ruled(travelled, 4, true, arbiter)))).not.toBeNull();
  });

  it('ends with a referral that nobody objects to any more', () => {
    const file = fileAfter(decide(disputed()));
    expect(file.case).toMatchObject({
      status: 'REFERRED',
      responsibleOrganizationId: 'other-unit',
      rulingOrganizationId: null,
    });
    expect(file.referrals.at(-1)).toMatchObject({ isFinal: true, hop: 3, fromOrganizationId: 'government' });
    expect(file.disputes).toMatchObject([{ state: 'RULED', toOrganizationId: 'other-unit', ruledBy: 'leader' }]);
    expect(terms(file, 'COMPETENCE_RULING', 'OBJECTION').map(([kind, state]) => [kind, state])).toEqual([
      ['OBJECTION', 'MET'],
      ['OBJECTION', 'MET'],
      ['COMPETENCE_RULING', 'MET'],
    ]);
    const act = { ...handlerAt(dayOf(9)), organizationId: 'other-unit' };
    const request = { id: newId(), reasonSealed: 'sealed', legalBasis: null, proposed: unit };
    expect(reasonOf(objectionRaised(file, request, act))).toBe('REFERRAL_IS_FINAL');
  });

  it('is ruled by nobody else, and to nobody who cannot answer', () => {
    expect(reasonOf(decide(disputed(), bureauAt(dayOf(8))))).toBe('NOT_THE_RULING_ORGANIZATION');
    expect(reasonOf(decide(givenBack()))).toBe('WRONG_STATE');
    const village = anOrganization({ id: 'village', kind: 'VILLAGE_COMMITTEE' });
    const gone = anOrganization({ id: 'gone', validTo: '2026-03-01' });
    expect(reasonOf(decide(disputed(), undefined, village))).toBe('VILLAGE_COMMITTEE_NOT_RESPONSIBLE');
    expect(reasonOf(decide(disputed(), undefined, gone))).toBe('ORGANIZATION_NO_LONGER_VALID');
    expect(reasonOf(decide({ ...disputed(), respondentIds: ['government'] }))).toBe('RESPONDENT_CANNOT_ANSWER');
  });

  it('lapses to the unit that the case was last referred to', () => {
    const file = lapseOf(disputed(), 'COMPETENCE_RULING');
    expect(file.case).toMatchObject({
      status: 'REFERRED',
      responsibleOrganizationId: 'unit',
      rulingOrganizationId: null,
    });
    expect(file.referrals.at(-1)).toMatchObject({ state: 'ISSUED', isFinal: true, toOrganizationId: 'unit' });
    expect(file.disputes).toMatchObject([{ state: 'LAPSED', toOrganizationId: 'unit', ruledBy: null }]);
    expect(terms(file, 'ADMISSION_NOTICE').at(-1)).toEqual(['ADMISSION_NOTICE', 'RUNNING', '2026-04-08']);
  });
});

describe('passedDown', () => {
  const below = anOrganization({ id: 'below', code: '990102001-HRSS', kind: 'DEPARTMENT' });
  const down: ReferralPartners = {
    from: unit,
    to: below,
    competences: [{ ...wages, organizationId: 'below' }],
    superiorIds: ['unit'],
  };
  const pass = (file: CaseFile, changes: Partial<ReferralPartners> = {}) =>
    passedDown(file, order, handlerAt(dayOf(2)), { ...down, ...changes });

  it('makes the subordinate responsible, and it owes the notice', () => {
    const file = fileAfter(pass(story.referred()));
    expect(file.case).toMatchObject({ status: 'REFERRED', responsibleOrganizationId: 'below' });
    expect(file.referrals.at(-1)).toMatchObject({ hop: 2, fromOrganizationId: 'unit', toOrganizationId: 'below' });
    expect(
      file.deadlines
        .filter(({ kind }) => kind === 'ADMISSION_NOTICE')
        .map(({ state, responsibleOrganizationId }) => [state, responsibleOrganizationId]),
    ).toEqual([
      ['SUPERSEDED', 'unit'],
      ['RUNNING', 'below'],
    ]);
  });

  it('is for the responsible organ, to one below it that is competent, and within the hops', () => {
    expect(reasonOf(pass(story.referred(), { from: otherUnit }))).toBe('NOT_THE_RESPONSIBLE_ORGANIZATION');
    expect(reasonOf(pass(story.referred(), { superiorIds: ['government'] }))).toBe('NOT_A_SUBORDINATE');
    expect(reasonOf(pass(story.referred(), { competences: [] }))).toBe('ORGANIZATION_NOT_COMPETENT');
    expect(reasonOf(pass({ ...story.referred(), respondentIds: ['below'] }))).toBe('RESPONDENT_CANNOT_ANSWER');
    expect(reasonOf(pass(story.admitted()))).toBe('WRONG_STATE');
    const file = story.referred();
    const [first] = file.referrals;
    expect(reasonOf(pass({ ...file, referrals: first ? [first, first, first] : [] }))).toBe('HOP_LIMIT_REACHED');
    expect(reasonOf(pass({ ...file, referrals: first ? [{ ...first, isFinal: true }] : [] }))).toBe(
      'REFERRAL_IS_FINAL',
    );
    const sealed = { ...file, case: { ...file.case, procedure: 'SEALED_HANDOVER' as const } };
    expect(reasonOf(pass(sealed))).toBe('ACCUSATION_NEEDS_SEALED_HANDOVER');
  });

  it('given back goes to the bureau again, not to the superior', () => {
    const passed = fileAfter(pass(story.referred()));
    const act = { ...handlerAt(dayOf(3)), organizationId: 'below' };
    const request = { id: newId(), reasonSealed: 'sealed', legalBasis: null, proposed: otherUnit };
    const open = fileAfter(objectionRaised(passed, request, act));
    const back = fileAfter(
      objectionRuled(open, { isUpheld: true, reason: '同意', arbiter: null }, handlerAt(dayOf(4))),
    );
    expect(back.referrals.map(({ state }) => state)).toEqual(['RETURNED', 'RETURNED']);
    expect(back.deadlines.find(({ kind }) => kind === 'RE_REFERRAL')).toMatchObject({
      state: 'RUNNING',
      responsibleOrganizationId: 'bureau',
    });
  });
});
