import type { PetitionHistory, PetitionParty } from '@onevisit/city';
import { fail, ok, seededId, type Result } from '@onevisit/kernel';
import { seal, sealJson } from '@onevisit/vault';
import type { Act, CaseParty } from '../../domain/case-file.ts';
import { opened, type Office, type Petition } from '../../domain/opening.ts';
import { petitionRefusal, type PetitionRequest } from '../../domain/petition-request.ts';
import type { Taken } from '../../domain/replay.ts';
import { actOf, type Teller } from './teller.ts';

/** T1 登记, as the clerk of the first contact would have entered it. */
export function opening(teller: Teller, caseId: string, history: PetitionHistory): Result<Taken, string> {
  const [first] = history.contacts;
  const { registeredAt: at } = history;
  const clerk = teller.directory.somebody(first.handledBy);
  const office = officeOf(teller, history);
  if (!clerk.viewer.roles.includes('CLERK')) return fail('FORBIDDEN');
  if (clerk.member.organizationId !== office.organization.id) return fail('STAFF_OF_ANOTHER_ORGANIZATION');
  const request = requestOf(history);
  const refusal = petitionRefusal(request, at);
  if (refusal) return fail(refusal);

  const act = actOf(teller, at, clerk);
  const step = opened(caseId, sealedPetition(teller, request, act, history), act, office);
  if (!step.ok) return step;
  if (step.value.file.case.isCollective !== history.isCollective) return fail('NOT_AS_COLLECTIVE_AS_TOLD');
  return ok({ at, before: null, step: step.value });
}

/** 密封通道 of whatever is accused here: the bureau of the city, which no history speaks of. */
function officeOf({ directory }: Teller, { contacts: [first] }: PetitionHistory): Office {
  const organization = directory.organization(first.receivingOrganizationCode);
  const [city = ''] = organization.areaPath;
  return {
    organization,
    subtreeIds: directory.subtreeIds(organization.code),
    sealedLaneId: directory.organization(`${city}-LETT`).id,
  };
}

const requestOf = (history: PetitionHistory): PetitionRequest => {
  const [{ channel, receivedAt, windowCode }] = history.contacts;
  const { category, origin, issueTypeCode, areaCode, title, summary, narrative, claims, parties } = history;
  return {
    channel,
    receivedAt,
    windowId: windowCode === null ? null : seededId('service-window', windowCode),
    category,
    origin,
    issueTypeCode,
    areaCode,
    title,
    summary,
    narrative,
    claims,
    parties,
    partySize: history.partySize,
    respondentOrganizationIds: history.respondentCodes.map((code) => seededId('organization', code)),
    urgency: history.urgency,
  };
};

function sealedPetition(
  { key, number }: Teller,
  request: PetitionRequest,
  { at, newId }: Act,
  { claims, parties, campaignCode, taskForceCode }: PetitionHistory,
): Petition {
  const { channel, category, origin, issueTypeCode, areaCode, title, partySize, urgency } = request;
  return {
    caseNo: number('CASE', at),
    receiptNo: number('RECEIPT', at),
    channel,
    receivedAt: request.receivedAt ?? at,
    windowId: request.windowId ?? null,
    category,
    origin,
    issueTypeCode,
    areaCode,
    title,
    summary: request.summary ?? null,
    partySize,
    urgency,
    claims: claims.map(({ text, amountFen }) => {
      const id = newId();
      return { id, textSealed: seal(key, { column: 'claims.text_sealed', rowId: id }, text), amountFen };
    }),
    parties: parties.map((party) => sealedParty(key, newId(), party)),
    respondentIds: [...new Set(request.respondentOrganizationIds)],
    campaignId: campaignCode === null ? null : seededId('campaign', campaignCode),
    taskForceId: taskForceCode === null ? null : seededId('task-force', taskForceCode),
  };
}

const sealedParty = (
  key: Teller['key'],
  id: string,
  { role, kind, contactPreference, ...identity }: PetitionParty,
): Omit<CaseParty, 'caseId' | 'ordinal'> => ({
  id,
  role,
  kind,
  contactPreference,
  identitySealed: sealJson(key, { column: 'case_parties.identity_sealed', rowId: id }, identity),
});
