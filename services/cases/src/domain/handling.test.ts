import { describe, expect, it } from '@jest/globals';
import type { Result } from '@onevisit/kernel';
import { dayOf, directly, fileAfter, handlerAt, leaderAt, otherUnit, story, unit } from '../testing/case-files.ts';
import { admitted } from './admission.ts';
import type { CaseFile, HandlingOpinion, PetitionerHeard, Step } from './case-file.ts';
import { noticeDelivered } from './delivery.ts';
import { executionItemAdded } from './execution-item.ts';
import { handlerAssigned, handlerLeft, isHeard, petitionerHeard } from './handling.ts';
import { opinionDrafted, opinionSigned } from './opinion.ts';

const refusalOf = (outcome: Result<Step, string>): string | null => (outcome.ok ? null : outcome.reason);
const elsewhere = (at: Date) => ({ ...handlerAt(at), organizationId: otherUnit.id });

describe('admitted', () => {
  const request = { noticeNo: 'SL26-7F3K-9QXM-0', legalBasis: null, reason: null };

  it('starts the handling term, ends the right to object, and leaves the notice owed', () => {
    const { deadlines, case: subject, referrals } = story.admitted();
    expect(deadlines.map(({ kind, state }) => [kind, state])).toEqual([
      ['REGISTRATION', 'MET'],
      ['TRANSFER', 'MET'],
      ['FIRST_CONTACT', 'RUNNING'],
      ['ADMISSION_NOTICE', 'RUNNING'],
      ['OBJECTION', 'SUPERSEDED'],
      ['HANDLING', 'RUNNING'],
    ]);
    expect(subject).toMatchObject({ status: 'ADMITTED', firstResponsibleOrganizationId: 'unit' });
    expect(referrals).toMatchObject([{ state: 'ACCEPTED' }]);
  });

  it('is for the organization that has the case', () => {
    expect(refusalOf(admitted(story.referred(), request, elsewhere(dayOf(3))))).toBe(
      'NOT_THE_RESPONSIBLE_ORGANIZATION',
    );
    expect(refusalOf(admitted(story.registered(), request, handlerAt(dayOf(3))))).toBe(
      'NOT_THE_RESPONSIBLE_ORGANIZATION',
    );
  });

  it('happens once', () => {
    expect(refusalOf(admitted(story.admitted(), request, handlerAt(dayOf(3))))).toBe('WRONG_STATE');
  });

  it('never takes on what is sealed', () => {
    const sealed = story.registered({ category: 'ACCUSATION' });
    expect(refusalOf(admitted(sealed, request, handlerAt(dayOf(3))))).toBe('ACCUSATION_NEEDS_SEALED_HANDOVER');
  });

  it('gives a suggestion the term of suggestions', () => {
    const file = story.referred();
    const suggestion = { ...file, case: { ...file.case, category: 'SUGGESTION' as const } };
    const { deadlines } = fileAfter(admitted(suggestion, request, handlerAt(dayOf(3))));
    expect(deadlines.at(-1)).toMatchObject({ kind: 'SUGGESTION_REPLY', amount: 60 });
  });
});

describe('noticeDelivered', () => {
  const at = (days: number) => directly(dayOf(days));

  it('meets the notice term by the day on which the petitioner got it', () => {
    const notice = story.notified().deadlines.find(({ kind }) => kind === 'ADMISSION_NOTICE');
    expect(notice).toMatchObject({ state: 'MET', metAt: dayOf(4) });
  });

  it('is refused before an admission, twice, ahead of time and from elsewhere', () => {
    expect(refusalOf(noticeDelivered(story.referred(), at(4), handlerAt(dayOf(4))))).toBe('WRONG_STATE');
    expect(refusalOf(noticeDelivered(story.notified(), at(5), handlerAt(dayOf(5))))).toBe('NOTICE_ALREADY_DELIVERED');
    expect(refusalOf(noticeDelivered(story.admitted(), at(9), handlerAt(dayOf(4))))).toBe('DELIVERED_IN_FUTURE');
    expect(refusalOf(noticeDelivered(story.admitted(), at(2), handlerAt(dayOf(4))))).toBe('DELIVERED_BEFORE_ADMITTED');
    expect(refusalOf(noticeDelivered(story.admitted(), at(4), elsewhere(dayOf(4))))).toBe(
      'NOT_THE_RESPONSIBLE_ORGANIZATION',
    );
  });
});

describe('handlerAssigned', () => {
  const handler = { id: 'handler', organizationId: unit.id, roles: ['HANDLER'], isActive: true };
  const assign = (changes: object, file: CaseFile = story.admitted()) =>
    refusalOf(handlerAssigned(file, { handler: { ...handler, ...changes }, reason: null }, leaderAt(dayOf(5))));

  it('takes an active handler of the own organization', () => {
    expect(assign({})).toBeNull();
    expect(assign({ organizationId: otherUnit.id })).toBe('HANDLER_NOT_FOUND');
    expect(assign({ isActive: false })).toBe('HANDLER_NOT_FOUND');
    expect(assign({ roles: ['LEADER'] })).toBe('HANDLER_NOT_FOUND');
  });

  it('is undone when the handler leaves: the case waits for another, and its terms run on', () => {
    const before = story.heard();
    const after = handlerLeft(before, 'handler', { ...handlerAt(dayOf(7)), staffId: null })?.file;
    expect(after?.case).toMatchObject({ status: 'ADMITTED', handlerId: null });
    expect(after?.deadlines).toEqual(before.deadlines);
    expect(handlerLeft(before, 'colleague', handlerAt(dayOf(7)))).toBeNull();
    expect(handlerLeft(story.signed(), 'handler', handlerAt(dayOf(13)))).toBeNull();
  });

  it('refuses who is recused', () => {
    expect(assign({}, { ...story.admitted(), recusedStaffIds: ['handler'] })).toBe('HANDLER_RECUSED');
  });
});

const tried = (day: number, mode: PetitionerHeard['mode']): PetitionerHeard => ({
  id: `attempt ${day} ${mode}`,
  caseId: 'case',
  outcome: 'NOT_REACHED',
  mode,
  at: dayOf(day),
  byStaffId: 'handler',
  summarySealed: null,
  acknowledgementReference: null,
  recordingReference: null,
});

describe('isHeard', () => {
  it('needs a signed record or a recording', () => {
    const heard: PetitionerHeard = { ...tried(1, 'FACE'), outcome: 'HEARD', summarySealed: 'sealed' };
    expect(isHeard([heard])).toBe(false);
    expect(isHeard([{ ...heard, acknowledgementReference: '笔录 1' }])).toBe(true);
    expect(isHeard([{ ...heard, recordingReference: '录音 1' }])).toBe(true);
  });

  it('or attempts on three days in two ways', () => {
    expect(isHeard([tried(1, 'PHONE'), tried(2, 'PHONE'), tried(3, 'FACE')])).toBe(true);
    expect(isHeard([tried(1, 'PHONE'), tried(2, 'PHONE'), tried(3, 'PHONE')])).toBe(false);
    expect(isHeard([tried(1, 'PHONE'), tried(1, 'FACE'), tried(2, 'FACE')])).toBe(false);
  });
});

describe('petitionerHeard', () => {
  const record = { id: 'heard', outcome: 'HEARD', mode: 'FACE', at: dayOf(6), summarySealed: 'sealed' } as const;
  const references = { acknowledgementReference: null, recordingReference: null };

  it('is the first contact, and the last time that staff spoke with the petitioner', () => {
    const { deadlines, case: subject } = story.heard();
    expect(deadlines.find(({ kind }) => kind === 'FIRST_CONTACT')).toMatchObject({ state: 'MET_LATE' });
    expect(subject.staffContactAt).toEqual(dayOf(6));
  });

  it('is for the handler of the case, and not about the future', () => {
    const other = { ...handlerAt(dayOf(6)), staffId: 'colleague' };
    expect(refusalOf(petitionerHeard(story.inHandling(), { ...record, ...references }, other))).toBe('NOT_THE_HANDLER');
    expect(
      refusalOf(petitionerHeard(story.inHandling(), { ...record, ...references, at: dayOf(7) }, handlerAt(dayOf(6)))),
    ).toBe('HEARD_IN_FUTURE');
    expect(
      refusalOf(petitionerHeard(story.inHandling(), { ...record, ...references, at: dayOf(-1) }, handlerAt(dayOf(6)))),
    ).toBe('HEARD_BEFORE_REGISTERED');
    expect(
      refusalOf(
        petitionerHeard(story.inHandling(), { ...record, ...references, summarySealed: null }, handlerAt(dayOf(6))),
      ),
    ).toBe('SUMMARY_REQUIRED');
  });
});

describe('opinionDrafted', () => {
  const [draft] = story.drafted().opinions;
  const drafted = (changes: Partial<HandlingOpinion>) =>
    opinionDrafted(story.heard(), { ...(draft as HandlingOpinion), ...changes }, handlerAt(dayOf(10)));
  const [claim] = draft?.claims ?? [];

  it('needs each claim, once, with its basis', () => {
    if (!claim) throw new Error('no claim');
    expect(refusalOf(drafted({ claims: [] }))).toBe('CLAIM_MISSING');
    expect(refusalOf(drafted({ claims: [claim, claim] }))).toBe('CLAIM_NAMED_TWICE');
    expect(refusalOf(drafted({ claims: [{ ...claim, claimId: 'another' }] }))).toBe('CLAIM_NOT_FOUND');
    expect(refusalOf(drafted({ claims: [{ ...claim, legalBasis: [] }] }))).toBe('LEGAL_BASIS_REQUIRED');
  });

  it('takes the place of the draft before it', () => {
    const again = opinionDrafted(
      story.drafted(),
      { ...(draft as HandlingOpinion), plainSummary: '再拟' },
      handlerAt(dayOf(11)),
    );
    expect(again.ok && again.value.file.opinions).toMatchObject([{ plainSummary: '再拟', state: 'DRAFT' }]);
  });
});

describe('executionItemAdded', () => {
  const item = { claimId: 'claim', obligor: unit, content: '支付', amountFen: null };
  const add = (dueOn: string) =>
    refusalOf(executionItemAdded(story.drafted(), { ...item, dueOn }, handlerAt(dayOf(11))));

  it('is due within sixty days', () => {
    expect(add('2026-05-12')).toBeNull();
    expect(add('2026-05-13')).toBe('DUE_DATE_TOO_LATE');
    expect(add('2026-03-12')).toBe('DUE_DATE_NOT_VALID');
  });

  it('is owed by an organization that exists, which can find the case from now on', () => {
    const promised = (obligor: typeof unit | null) =>
      executionItemAdded(story.drafted(), { ...item, obligor, dueOn: '2026-04-20' }, handlerAt(dayOf(11)));
    expect(fileAfter(promised(otherUnit)).scopes).toContain('O:other-unit');
    expect(refusalOf(promised(null))).toBe('ORGANIZATION_NOT_FOUND');
    expect(refusalOf(promised({ ...otherUnit, validTo: '2026-03-01' }))).toBe('ORGANIZATION_NOT_FOUND');
  });
});

describe('opinionSigned', () => {
  const request = { docNo: 'YJ26-7F3K-9QXM-0', reason: null };
  const sign = (file: CaseFile) => refusalOf(opinionSigned(file, request, leaderAt(dayOf(12))));
  const withDraft = (change: Partial<HandlingOpinion>): CaseFile => {
    const file = story.promised();
    return { ...file, opinions: file.opinions.map((opinion) => ({ ...opinion, ...change })) };
  };

  it('starts the delivery term and leaves the handling term running', () => {
    const { deadlines, case: subject } = story.signed();
    expect(subject).toMatchObject({ status: 'REPLIED', repliedAt: dayOf(12) });
    expect(deadlines.find(({ kind }) => kind === 'HANDLING')).toMatchObject({ state: 'RUNNING' });
    expect(deadlines.find(({ kind }) => kind === 'DELIVERY')).toMatchObject({ state: 'RUNNING', dueOn: '2026-03-19' });
  });

  it('is refused until everything is there', () => {
    const file = story.promised();
    expect(sign(story.heard())).toBe('OPINION_MISSING');
    expect(sign({ ...file, heard: [] })).toBe('PETITIONER_NOT_HEARD');
    expect(sign(withDraft({ claims: [] }))).toBe('CLAIM_WITHOUT_OUTCOME');
    expect(sign({ ...file, executionItems: [] })).toBe('SUPPORTED_CLAIM_WITHOUT_EXECUTION_ITEM');
    expect(sign(withDraft({ reviewBodyIds: [] }))).toBe('REMEDY_NOTICE_INCOMPLETE');
    expect(sign(withDraft({ remedyHow: ' ' }))).toBe('REMEDY_NOTICE_INCOMPLETE');
    expect(
      sign({ ...file, executionItems: file.executionItems.map((item) => ({ ...item, dueOn: '2026-09-01' })) }),
    ).toBe('EXECUTION_DUE_TOO_LATE');
    expect(
      sign(withDraft({ claims: file.opinions[0]?.claims.map((claim) => ({ ...claim, legalBasis: [] })) ?? [] })),
    ).toBe('CLAIM_WITHOUT_LEGAL_BASIS');
  });

  it('asks for no hearing of who suggests something', () => {
    const file = { ...story.promised(), heard: [] };
    expect(sign({ ...file, case: { ...file.case, category: 'SUGGESTION' } })).toBeNull();
  });

  it('is for the leader of the responsible organization, once', () => {
    expect(
      refusalOf(opinionSigned(story.promised(), request, { ...leaderAt(dayOf(12)), organizationId: 'other' })),
    ).toBe('NOT_THE_RESPONSIBLE_ORGANIZATION');
    expect(sign(story.signed())).toBe('WRONG_STATE');
  });
});
