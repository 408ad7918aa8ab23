import type { Result } from '@onevisit/kernel';
import type { Act, CaseFile, LegalCitation, Step } from '../domain/case-file.ts';
import { admitted } from '../domain/admission.ts';
import { noticeDelivered, opinionDelivered } from '../domain/delivery.ts';
import { executionItemAdded } from '../domain/execution-item.ts';
import { handlerAssigned, petitionerHeard } from '../domain/handling.ts';
import { opened, type Petition } from '../domain/opening.ts';
import { opinionDrafted, opinionSigned } from '../domain/opinion.ts';
import type { Competence, Organization } from '../domain/organization.ts';
import { referred } from '../domain/referral.ts';

/** Ids that tests can read: 1, 2, 3 … within one run of a story. */
export function idsFrom(first: number): () => string {
  let next = first;
  return () => `00000000-0000-7000-8000-${String(next++).padStart(12, '0')}`;
}

export const newId = idsFrom(1);

export const anOrganization = (overrides: Partial<Organization> = {}): Organization => ({
  id: 'bureau',
  code: '990102-LETT',
  kind: 'PETITION_BUREAU',
  level: 'COUNTY',
  areaCode: '990102',
  areaPath: ['990100', '990102'],
  superiorId: null,
  successorId: null,
  validFrom: '2020-01-01',
  validTo: null,
  ...overrides,
});

export const bureau = anOrganization();
export const unit = anOrganization({ id: 'unit', code: '990102-HRSS', kind: 'DEPARTMENT' });
export const otherUnit = anOrganization({ id: 'other-unit', code: '990102-NRES', kind: 'DEPARTMENT' });

export const wages: Competence = {
  id: 'competence',
  organizationId: unit.id,
  issueTypeCode: 'A1',
  areaCode: '990102',
  priority: 1,
  validFrom: '2020-01-01',
  validTo: null,
};

export const aPetition = (overrides: Partial<Petition> = {}): Petition => ({
  caseNo: 'YZ26-7F3K-9QXM-E',
  receiptNo: 'SJ26-7F3K-9QXM-0',
  channel: 'VISIT',
  receivedAt: new Date('2026-03-02T01:00:00Z'),
  windowId: null,
  category: 'APPEAL',
  origin: 'SELF_RECEIVED',
  issueTypeCode: 'A1',
  areaCode: '990102001',
  title: '反映拖欠工资',
  summary: null,
  claims: [{ id: 'claim', textSealed: 'sealed', amountFen: null }],
  parties: [],
  partySize: 1,
  respondentIds: [],
  urgency: 'NORMAL',
  ...overrides,
});

export const clerkAt = (at: Date): Act => ({ at, staffId: 'clerk', organizationId: bureau.id, newId });
export const bureauAt = (at: Date): Act => ({ at, staffId: 'officer', organizationId: bureau.id, newId });
export const handlerAt = (at: Date): Act => ({ at, staffId: 'handler', organizationId: unit.id, newId });
export const leaderAt = (at: Date): Act => ({ at, staffId: 'leader', organizationId: unit.id, newId });
export const supervisorAt = (at: Date): Act => ({ at, staffId: 'supervisor', organizationId: 'city-bureau', newId });
export const petitionerAt = (at: Date): Act => ({ at, staffId: null, organizationId: null, newId });
/** What happens by itself is nobody's act. */
export const systemAt = (at: Date): Act => ({ ...petitionerAt(at) });

/** The file that a step leads to; a refusal fails the test that set the story up. */
export function fileAfter(outcome: Result<Step, string>): CaseFile {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value.file;
}

/** Monday morning in Shanghai, and so many days later. */
export const monday = new Date('2026-03-02T01:00:00Z');
export const dayOf = (days: number): Date => new Date(monday.getTime() + days * 86_400_000);

const basis: readonly LegalCitation[] = [{ law: '《保障农民工工资支付条例》', article: '第三条', quote: null }];

/** Each chapter of an ordinary petition, told from the one before it. */
export const story = {
  registered: (overrides: Partial<Petition> = {}): CaseFile =>
    fileAfter(
      opened('case', aPetition(overrides), clerkAt(monday), {
        organization: bureau,
        subtreeIds: [bureau.id],
        sealedLaneId: 'city-bureau',
      }),
    ),
  referred: (): CaseFile =>
    fileAfter(
      referred(
        story.registered(),
        {
          kind: 'TRANSFER',
          orderNo: 'JB26-7F3K-9QXM-0',
          legalBasis: null,
          overrideReason: null,
          reason: null,
          reportBackDueOn: null,
        },
        bureauAt(dayOf(1)),
        { from: bureau, to: unit, competences: [wages], superiorIds: [] },
      ),
    ),
  admitted: (): CaseFile =>
    fileAfter(
      admitted(story.referred(), { noticeNo: 'SL26-7F3K-9QXM-0', legalBasis: null, reason: null }, handlerAt(dayOf(3))),
    ),
  notified: (): CaseFile => fileAfter(noticeDelivered(story.admitted(), directly(dayOf(4)), handlerAt(dayOf(4)))),
  inHandling: (): CaseFile =>
    fileAfter(
      handlerAssigned(
        story.notified(),
        {
          handler: { id: 'handler', organizationId: unit.id, roles: ['HANDLER'], isActive: true },
          reason: null,
        },
        leaderAt(dayOf(5)),
      ),
    ),
  heard: (): CaseFile =>
    fileAfter(
      petitionerHeard(
        story.inHandling(),
        {
          id: 'heard',
          outcome: 'HEARD',
          mode: 'FACE',
          at: dayOf(6),
          summarySealed: 'sealed',
          acknowledgementReference: '笔录 1',
          recordingReference: null,
        },
        handlerAt(dayOf(6)),
      ),
    ),
  drafted: (outcome: 'SUPPORTED' | 'NOT_SUPPORTED' = 'SUPPORTED'): CaseFile =>
    fileAfter(
      opinionDrafted(
        story.heard(),
        {
          id: 'opinion',
          factsAndReasonsSealed: 'sealed',
          plainSummary: '予以支持',
          rootCause: null,
          claims: [{ claimId: 'claim', outcome, findingSealed: 'sealed', legalBasis: basis }],
          reviewBodyIds: ['superior'],
          remedyHow: '可在 30 日内申请复查',
        },
        handlerAt(dayOf(10)),
      ),
    ),
  promised: (): CaseFile =>
    fileAfter(
      executionItemAdded(
        story.drafted(),
        {
          claimId: 'claim',
          obligor: unit,
          content: '支付工资',
          amountFen: '100',
          dueOn: '2026-04-20',
        },
        handlerAt(dayOf(11)),
      ),
    ),
  signed: (): CaseFile =>
    fileAfter(opinionSigned(story.promised(), { docNo: 'YJ26-7F3K-9QXM-0', reason: null }, leaderAt(dayOf(12)))),
  /** Without anything to execute. */
  signedUnsupported: (): CaseFile =>
    fileAfter(
      opinionSigned(story.drafted('NOT_SUPPORTED'), { docNo: 'YJ26-7F3K-9QXM-0', reason: null }, leaderAt(dayOf(12))),
    ),
  delivered: (): CaseFile =>
    fileAfter(opinionDelivered(story.signedUnsupported(), directly(dayOf(13)), handlerAt(dayOf(13)))),
  executing: (): CaseFile => fileAfter(opinionDelivered(story.signed(), directly(dayOf(13)), handlerAt(dayOf(13)))),
};

/** Handed over in person, with the petitioner's signature. */
export const directly = (at: Date) =>
  ({
    id: newId(),
    method: 'DIRECT',
    proofReference: '送达回证 1',
    witnessesSealed: null,
    witnessOrganizationIds: [],
    secondPersonId: null,
    deliveredAt: at,
    receivedAt: at,
    reason: null,
  }) as const;
