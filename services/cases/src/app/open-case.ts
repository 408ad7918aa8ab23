import { command, fail, ok, type Result } from '@onevisit/kernel';
import { newNumber, signReceipt } from '@onevisit/evidence';
import { seal, sealJson, type DataKey } from '@onevisit/vault';
import { isBureau } from '../domain/organization.ts';
import { opened, type Office, type Petition } from '../domain/opening.ts';
import { petitionRefusal, type PetitionRefusal, type PetitionRequest } from '../domain/petition-request.ts';
import { actOf } from './case-command.ts';
import { issueCapability } from './issue-capability.ts';
import type { ServiceTx } from './operation.ts';
import { recordOpening } from './record-step.ts';

type Request = PetitionRequest & Readonly<{ idempotencyKey: string }>;

type Opened = Readonly<{ caseId: string; contactId: string | null; receiptSealed: string; trackingCodeSealed: string }>;

export type OpenRefusal =
  PetitionRefusal | 'AREA_NOT_FOUND' | 'CALENDAR_NOT_PUBLISHED' | 'ISSUE_TYPE_NOT_FOUND' | 'ORGANIZATION_NOT_FOUND';

/** T1 登记: the case, its first contact, its parties, its narrative and its claims, as one act. */
export const openCase = command(
  'openCase',
  'case:open',
  async (tx: ServiceTx, request: Request): Promise<Result<Opened, OpenRefusal>> => {
    const refusal = petitionRefusal(request, tx.now) ?? (await unknownPlace(tx, request));
    if (refusal) return fail(refusal);
    const office = await officeOf(tx);
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
  const respondents = [...new Set(request.respondentOrganizationIds ?? [])];
  const known = respondents.length === 0 ? [] : await tx.directory.organizations(respondents);
  return known.length < respondents.length ? 'ORGANIZATION_NOT_FOUND' : null;
}

async function officeOf(tx: ServiceTx): Promise<Office | null> {
  const organization = await tx.directory.organization(tx.viewer.organizationId ?? '');
  if (!organization) return null;
  const [city] = organization.areaPath;
  const bureau = city === undefined ? null : await tx.directory.bureauOf(city);
  const subtreeIds = await tx.directory.subtreeIds(organization.id);
  // Where the city's own bureau is spoken of, its sealed lane is no place for it: the discipline organ takes it up.
  const laneIsFree = bureau !== null && !(isBureau(organization) && subtreeIds.includes(bureau.id));
  return { organization, subtreeIds, sealedLaneId: laneIsFree ? bureau.id : organization.id };
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
    respondentIds: [...new Set(request.respondentOrganizationIds ?? [])],
    urgency: request.urgency,
  };
}
