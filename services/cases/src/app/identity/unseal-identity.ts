import { command, fail, ok, type Result } from '@onevisit/kernel';
import { openJson, seal } from '@onevisit/vault';
import { identityUnsealed, type IdentityAccess, type UnsealPurpose } from '../../domain/capability.ts';
import { canSeeCase, canUnseal } from '../../domain/case.policy.ts';
import { inCase, type PartyInCase } from '../../domain/in-case.ts';
import { codePoints, isFilled } from '../../domain/petition-request.ts';
import { actOf } from '../case/case-command.ts';
import { caseWithin } from '../case/find-case.ts';
import type { ServiceOperation, ServiceRead, ServiceTx } from '../operation.ts';
import { recordStep } from '../case/record-step.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  partyId: string;
  purpose: UnsealPurpose;
  justification: string;
}>;

/** 信访人身份, for the time of one purpose. */
export type Identity = Readonly<{
  party: PartyInCase;
  name: string | null;
  phone: string | null;
  address: string | null;
  idNumber: string | null;
  expiresAt: Date;
}>;

type Made = Readonly<{ caseId: string; accessId: string; partyId: string }>;
type Refusal =
  'ACCESS_EXPIRED' | 'CASE_NOT_FOUND' | 'IDEMPOTENCY_KEY_REUSED' | 'JUSTIFICATION_REQUIRED' | 'PARTY_NOT_FOUND';

/** 查看信访人信息: a repeated request is answered as long as its purpose holds; then a purpose is to be stated anew. */
export async function unsealIdentity(operation: ServiceOperation, request: Request): Promise<Result<Made, Refusal>> {
  const outcome = await recordAccess(operation, request);
  if (!outcome.ok) return outcome;
  if (!(await heldAccess(operation, outcome.value))) return fail('ACCESS_EXPIRED');
  // Whoever has lost sight of the case since then has lost this, too.
  return (await openIdentity(operation, outcome.value)) ? outcome : fail('CASE_NOT_FOUND');
}

/** What an access shows to the one who has it; null to anybody else, and once it has expired. */
export async function openIdentity(read: ServiceRead, made: Made): Promise<Identity | null> {
  const access = await heldAccess(read, made);
  const subject = access && (await caseWithin(read, { id: access.caseId }));
  const party = access && (await read.load.parties.byId.load(access.partyId));
  if (!subject || !party || !canUnseal(read.viewer, subject)) return null;
  const key = await read.load.keys.load(subject.id);
  if (key === null) return null;

  const cell = { column: 'case_parties.identity_sealed', rowId: party.id } as const;
  const given = openJson(key, cell, party.identitySealed) as Partial<Omit<Identity, 'party' | 'expiresAt'>>;
  const { name = null, phone = null, address = null, idNumber = null } = given;
  return { party: inCase(subject, party), name, phone, address, idNumber, expiresAt: access.expiresAt };
}

const accessMinutes = 30;
const minute = 60_000;
const shortestJustification = 5;
const longestJustification = 500;

const recordAccess = command(
  'unsealIdentity',
  'identity:unseal',
  async (tx: ServiceTx, { caseId, partyId, purpose, justification }: Request) => {
    const { viewer } = tx;
    const file = await tx.files.locked(caseId);
    const isOpen = file && canSeeCase(viewer, file.case, file.scopes) && canUnseal(viewer, file.case);
    if (!isOpen || viewer.organizationId === null) return fail('CASE_NOT_FOUND');
    if (!file.parties.some(({ id }) => id === partyId)) return fail('PARTY_NOT_FOUND');
    if (!isSaidWhy(justification)) return fail('JUSTIFICATION_REQUIRED');

    const id = tx.newId();
    const cell = { column: 'identity_accesses.justification_sealed', rowId: id } as const;
    const access: IdentityAccess = {
      id,
      caseId: file.case.id,
      partyId,
      staffId: viewer.id,
      organizationId: viewer.organizationId,
      purpose,
      justificationSealed: seal(await tx.keys.of(file.case.id), cell, justification),
      at: tx.now,
      expiresAt: new Date(tx.now.getTime() + accessMinutes * minute),
    };
    await tx.accesses.insert(access);
    await recordStep(tx, file, identityUnsealed(file, access, actOf(tx)));
    return ok({ caseId: file.case.id, accessId: id, partyId });
  },
);

const isSaidWhy = (text: string): boolean =>
  isFilled(text, longestJustification) && codePoints(text.trim()) >= shortestJustification;

async function heldAccess({ viewer, now, load }: ServiceRead, made: Made): Promise<IdentityAccess | null> {
  const accesses = await load.accesses.load(made.caseId);
  const access = accesses.find(({ id }) => id === made.accessId);
  return access && access.staffId === viewer.id && now < access.expiresAt ? access : null;
}
