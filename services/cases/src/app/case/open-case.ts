import { newNumber, signReceipt } from '@onevisit/evidence';
import { command, fail, isId, ok, type Result } from '@onevisit/kernel';
import { seal, sealJson, type DataKey } from '@onevisit/vault';
import { isBureau, type Organization } from '../../domain/organization.ts';
import { opened, type Office, type Petition } from '../../domain/opening.ts';
import { petitionRefusal, type PetitionRefusal, type PetitionRequest } from '../../domain/petition-request.ts';
import { actOf } from './case-command.ts';
import { issueCapability } from '../petitioner/issue-capability.ts';
import type { ServiceTx } from '../operation.ts';
import { recordOpening } from './record-step.ts';

type Request = PetitionRequest & Readonly<{ idempotencyKey: string }>;

/** Ids and sealed values of what was made. */
export type Opened = Readonly<{
  caseId: string;
  contactId: string | null;
  receiptSealed: string;
  trackingCodeSealed: string;
}>;

export type OpenRefusal =
  | PetitionRefusal
  | 'AREA_NOT_FOUND'
  | 'CALENDAR_NOT_PUBLISHED'
  | 'ISSUE_TYPE_NOT_FOUND'
  | 'ORGANIZATION_NOT_FOUND'
  | 'WINDOW_NOT_FOUND';

/** T1 登记: the case, its first contact, its parties, its narrative and its claims, as one act. */
export const openCase = command(
  'openCase',
  'case:open',
  async (tx: ServiceTx, request: Request): Promise<Result<Opened, OpenRefusal>> => {
    const refusal = petitionRefusal(request, tx.now) ?? (await unknownPlace(tx, request));
    if (refusal) return fail(refusal);
    const office = await officeOf(tx, request);
    if (!office) return fail('ORGANIZATION_NOT_FOUND');

    const caseId = tx.newId();
    const key = await tx.keys.create(caseId);
    const step = opened(caseId, sealedPetition(tx, key, request), actOf(tx), office);
    if (!step.ok) return step;

    const file = await recordOpening(tx, step.value);
    const narrative = seal(key, { column: 'case_texts.narrative_sealed', rowId: caseId }, request.narrative);
    await tx.texts.insert({ caseId, narrativeSealed: narrative });
    const [contact] = file.contacts;
    const receipt = await signReceipt(
      tx.secrets.receipt,
      {
        receiptNo: contact?.receiptNo ?? '',
        caseNo: file.case.caseNo,
        receivedAt: contact?.receivedAt ?? tx.now,
        organizationCode: office.organization.code,
      },
      request.narrative,
    );
    const trackingCode = await issueCapability(tx, key, file, request.parties);
    return ok({
      caseId,
      contactId: contact?.id ?? null,
      // What was told once is told again to who repeats the request, and stands nowhere in the clear.
      receiptSealed: seal(key, { column: 'idempotency_keys.receipt', rowId: caseId }, receipt),
      trackingCodeSealed: seal(key, { column: 'idempotency_keys.tracking_code', rowId: caseId }, trackingCode),
    });
  },
);

async function unknownPlace(tx: ServiceTx, request: Request): Promise<OpenRefusal | null> {
  if (!(await tx.issueTypes.isKnown(request.issueTypeCode))) return 'ISSUE_TYPE_NOT_FOUND';
  if (!(await tx.directory.hasArea(request.areaCode))) return 'AREA_NOT_FOUND';
  const { windowId } = request;
  return typeof windowId === 'string' && !isId(windowId) ? 'WINDOW_NOT_FOUND' : null;
}

/** Where the petition is received; null where an organization in it is unknown. */
async function officeOf(tx: ServiceTx, request: Request): Promise<Office | null> {
  const organization = await tx.directory.organization(tx.viewer.organizationId ?? '');
  const asked = respondentIdsOf(request);
  const respondents = await tx.directory.organizations(asked);
  if (!organization || respondents.length < asked.length) return null;
  const subtreeIds = await tx.directory.subtreeIds(organization.id);
  return { organization, subtreeIds, sealedLaneId: await sealedLaneId(tx, organization, respondents) };
}

const respondentIdsOf = ({ respondentOrganizationIds }: Request): readonly string[] => [
  ...new Set(respondentOrganizationIds ?? []),
];

/** 密封通道: the city's bureau, or its discipline organ where the bureau itself is spoken of. */
async function sealedLaneId(
  { directory }: ServiceTx,
  { id, areaPath: [city = ''] }: Organization,
  respondents: readonly Organization[],
): Promise<string> {
  const bureau = await directory.organizationOfKind(city, 'PETITION_BUREAU');
  const isSpokenOf = respondents.some((one) => isBureau(one) && one.areaCode === city);
  const lane = isSpokenOf ? await directory.organizationOfKind(city, 'DISCIPLINE') : bureau;
  return (lane ?? bureau)?.id ?? id;
}

function sealedPetition(tx: ServiceTx, key: DataKey, request: Request): Petition {
  return {
    caseNo: newNumber('CASE', tx.now),
    receiptNo: newNumber('RECEIPT', tx.now),
    channel: request.channel,
    receivedAt: request.receivedAt ?? tx.now,
    windowId: request.windowId ?? null,
    category: request.category,
    origin: request.origin,
    issueTypeCode: request.issueTypeCode,
    areaCode: request.areaCode,
    title: request.title,
    summary: request.summary ?? null,
    claims: request.claims.map(({ text, amountFen }) => {
      const id = tx.newId();
      return {
        id,
        textSealed: seal(key, { column: 'claims.text_sealed', rowId: id }, text),
        amountFen: amountFen ?? null,
      };
    }),
    parties: request.parties.map(({ role, kind, contactPreference, ...identity }) => {
      const id = tx.newId();
      const cell = { column: 'case_parties.identity_sealed', rowId: id } as const;
      return { id, role, kind, contactPreference, identitySealed: sealJson(key, cell, identity) };
    }),
    partySize: request.partySize,
    respondentIds: respondentIdsOf(request),
    urgency: request.urgency,
  };
}
