import { sealJson } from '@onevisit/vault';
import type { CaseFile, DeliveryMethod } from '../../domain/case-file.ts';
import type { Proof, ProofRefusal } from '../../domain/delivery.ts';
import { isFilled } from '../../domain/petition-request.ts';
import type { ServiceTx } from '../operation.ts';

/** 送达凭证 as it is typed. */
export type PapersRequest = Readonly<{
  method: DeliveryMethod;
  proofReference: string;
  witnesses?: readonly Readonly<{ name: string; organizationId: string }>[] | null | undefined;
  secondPersonId?: string | null | undefined;
}>;

const longestReference = 200;
const longestName = 100;
const mostWitnesses = 10;

/**
 * 送达凭证 as it is kept: the witnesses' names sealed, and of all who are named only those that count: witnesses from
 * outside the organization, a second person from within it.
 */
export async function papersOf(
  tx: ServiceTx,
  { case: subject }: CaseFile,
  { method, proofReference, witnesses, secondPersonId }: PapersRequest,
): Promise<Proof & Readonly<{ id: string }>> {
  const id = tx.newId();
  const counted = await outsiders(tx, witnesses ?? []);
  const cell = { column: 'deliveries.witnesses_sealed', rowId: id } as const;
  return {
    id,
    method,
    proofReference: isFilled(proofReference, longestReference) ? proofReference : '',
    witnessesSealed: counted.length > 0 ? sealJson(await tx.keys.of(subject.id), cell, counted) : null,
    witnessOrganizationIds: counted.map(({ organizationId }) => organizationId),
    secondPersonId: await colleague(tx, secondPersonId ?? null),
  };
}

/** Nobody who was named is dropped in silence. */
export function unheeded({ witnesses, secondPersonId }: PapersRequest, papers: Proof): ProofRefusal | null {
  if ((witnesses ?? []).length > papers.witnessOrganizationIds.length) return 'WITNESSES_REQUIRED';
  return secondPersonId && papers.secondPersonId === null ? 'SECOND_PERSON_REQUIRED' : null;
}

async function outsiders(tx: ServiceTx, witnesses: NonNullable<PapersRequest['witnesses']>) {
  if (witnesses.length === 0) return [];
  const own = await tx.directory.subtreeIds(tx.viewer.organizationId ?? '');
  const known = await tx.directory.organizations(witnesses.map(({ organizationId }) => organizationId));
  const outside = new Set(known.map(({ id }) => id).filter((id) => !own.includes(id)));
  return witnesses
    .filter(({ name, organizationId }) => isFilled(name, longestName) && outside.has(organizationId))
    .slice(0, mostWitnesses);
}

/** Somebody who works at the viewer's organization. */
export async function colleague(tx: ServiceTx, staffId: string | null): Promise<string | null> {
  const member = staffId === null ? null : await tx.directory.staffMember(staffId);
  return member?.isActive && member.organizationId === tx.viewer.organizationId ? member.id : null;
}
