import { fail, ok, type Result } from '@onevisit/kernel';
import { collectiveThreshold, type Case, type CaseCategory, type CaseOrigin, type CaseUrgency } from './case.ts';
import type { Act, CaseFile, CaseParty, Claim, Contact, ContactChannel, Step } from './case-file.ts';
import { met, started, type Deadline } from './deadline.ts';
import { isBureau, type Organization } from './organization.ts';
import { scopesOf, taskForceScope } from './scope.ts';
import { fact, taken } from './step.ts';

/** What is registered, checked and sealed. */
export type Petition = Readonly<{
  caseNo: string;
  receiptNo: string;
  channel: ContactChannel;
  receivedAt: Date;
  windowId: string | null;
  category: CaseCategory;
  origin: CaseOrigin;
  issueTypeCode: string;
  areaCode: string;
  title: string;
  summary: string | null;
  claims: readonly Readonly<{ id: string; textSealed: string; amountFen: string | null }>[];
  parties: readonly Omit<CaseParty, 'caseId' | 'ordinal'>[];
  partySize: number;
  respondentIds: readonly string[];
  urgency: CaseUrgency;
  campaignId?: string | null;
  taskForceId?: string | null;
}>;

/** Where a petition is received. */
export type Office = Readonly<{
  organization: Organization;
  /** The organization itself and all below it. */
  subtreeIds: readonly string[];
  /** 密封通道: the bureau that hands sealed matters over, outside the office's own tree where that is accused. */
  sealedLaneId: string;
}>;

const inPerson: readonly ContactChannel[] = ['VISIT', 'LEADER_RECEPTION', 'OUTREACH'];

/**
 * T1 登记, or T1a 密封 where it accuses somebody or is about the office's own tree: then the office keeps receipt and
 * time only, and no list holds it.
 */
export function opened(
  caseId: string,
  petition: Petition,
  act: Act,
  office: Office,
): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const { organization } = office;
  const isSealed =
    petition.category === 'ACCUSATION' || petition.respondentIds.some((id) => office.subtreeIds.includes(id));
  const deadlines = isSealed
    ? sealedTerms(caseId, act, office.sealedLaneId)
    : openTerms(caseId, petition, act, organization);
  if (!deadlines.ok) return deadlines;

  const file: CaseFile = {
    case: { ...newCase(caseId, petition, act, organization), ...(isSealed && sealedCase) },
    claims: petition.claims.map((claim, at): Claim => ({ ...claim, caseId, ordinal: at + 1 })),
    contacts: [firstContact(act.newId(), caseId, petition, act)],
    parties: petition.parties.map((party, at) => ({ ...party, caseId, ordinal: at + 1 })),
    respondentIds: petition.respondentIds,
    recusedStaffIds: [],
    deadlines: deadlines.value,
    referrals: [],
    objections: [],
    disputes: [],
    admission: null,
    contests: [],
    heard: [],
    opinions: [],
    deliveries: [],
    executionItems: [],
    confirmations: [],
    failures: [],
    scopes: isSealed ? [] : scopesAt(petition, organization),
  };
  const registered = fact(act, 'CaseRegistered', isSealed ? 'SEALED' : 'PETITIONER', {
    payload: {
      category: petition.category,
      issueTypeCode: petition.issueTypeCode,
      areaCode: petition.areaCode,
      receivingOrganizationId: organization.id,
    },
  });
  return ok(taken(file, registered));
}

const scopesAt = ({ taskForceId }: Petition, organization: Organization): readonly string[] =>
  taskForceId ? [...scopesOf(organization), taskForceScope(taskForceId)] : scopesOf(organization);

const sealedCase = {
  confidentiality: 'SEALED',
  procedure: 'SEALED_HANDOVER',
  responsibleOrganizationId: null,
} as const satisfies Partial<Case>;

const newCase = (id: string, petition: Petition, act: Act, { id: officeId, kind }: Organization): Case => ({
  id,
  caseNo: petition.caseNo,
  version: 1,
  category: petition.category,
  procedure: 'ORDINARY',
  origin: petition.origin,
  title: petition.title,
  summary: petition.summary,
  issueTypeCode: petition.issueTypeCode,
  areaCode: petition.areaCode,
  receivingOrganizationId: officeId,
  firstResponsibleOrganizationId: null,
  responsibleOrganizationId: isBureau({ kind }) ? null : officeId,
  rulingOrganizationId: null,
  handlerId: null,
  registeredBy: act.staffId,
  partySize: petition.partySize,
  isCollective: inPerson.includes(petition.channel) && petition.partySize >= collectiveThreshold,
  confidentiality: 'NORMAL',
  urgency: petition.urgency,
  status: 'REGISTERED',
  returnTo: null,
  conclusionKind: null,
  registeredAt: act.at,
  referredAt: null,
  admittedAt: null,
  repliedAt: null,
  deliveredAt: null,
  concludedAt: null,
  staffContactAt: null,
  nextDueAt: null,
  isOverdue: false,
  campaignId: petition.campaignId ?? null,
  taskForceId: petition.taskForceId ?? null,
  lastSeq: 0,
  lastHash: null,
});

const firstContact = (id: string, caseId: string, petition: Petition, act: Act): Contact => ({
  id,
  caseId,
  receiptNo: petition.receiptNo,
  channel: petition.channel,
  purpose: 'NEW_MATTER',
  ordinal: 1,
  receivedAt: petition.receivedAt,
  receivingOrganizationId: act.organizationId ?? '',
  windowId: petition.windowId,
  isInPerson: inPerson.includes(petition.channel),
  partySize: petition.partySize,
  handledBy: act.staffId,
});

type Terms = Result<readonly Deadline[], 'CALENDAR_NOT_PUBLISHED'>;

/** The clocks run from the receipt of the contact, so that registering late gains nothing. */
function openTerms(caseId: string, petition: Petition, act: Act, office: Organization): Terms {
  const owner = () => ({ id: act.newId(), caseId, responsibleOrganizationId: office.id });
  const registration = started(owner(), 'REGISTRATION', petition.receivedAt);
  const next = isBureau(office)
    ? started(owner(), 'TRANSFER', petition.receivedAt, { level: office.level === 'CITY' ? 'CITY' : 'COUNTY' })
    : started(owner(), 'ADMISSION_NOTICE', petition.receivedAt, { startsAt: 'CONTACT_RECEIVED' });
  const contact = started(owner(), 'FIRST_CONTACT', act.at);
  if (!registration.ok || !next.ok || !contact.ok) return fail('CALENDAR_NOT_PUBLISHED');
  return ok([met(registration.value, act.at), next.value, contact.value]);
}

function sealedTerms(caseId: string, act: Act, sealedLaneId: string): Terms {
  const handover = started({ id: act.newId(), caseId, responsibleOrganizationId: sealedLaneId }, 'HANDOVER', act.at);
  return handover.ok ? ok([handover.value]) : handover;
}
