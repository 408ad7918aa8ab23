import { command, fail, ok, type Made, type Permission, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, Step } from '../domain/case-file.ts';
import { canSeeCase } from '../domain/case.policy.ts';
import type { ServiceTx } from './operation.ts';
import { recordStep } from './record-step.ts';

type CaseRequest = Readonly<{
  caseId: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** A step that was decided, and the ids that its payload names. */
export type Decided = Readonly<{ step: Step; made?: Made }>;

/** What a verb decides on: the case in hand, who acts and when. */
export type InHand = Readonly<{ file: CaseFile; act: Act }>;

export type CaseRefusal = 'CASE_NOT_FOUND' | 'STALE_VERSION';

/**
 * A verb on a case that exists: the case under its lock, within the viewer's sight and as the viewer has read it; then
 * the rule; then everything that the step changed, in one transaction.
 */
export const caseCommand = <Request extends CaseRequest, Reason extends string>(
  verb: string,
  permission: Permission,
  decide: (tx: ServiceTx, inHand: InHand, request: Request) => Promise<Result<Decided, Reason>>,
) =>
  command(verb, permission, async (tx: ServiceTx, request: Request): Promise<Result<Made, Reason | CaseRefusal>> => {
    const file = await tx.files.locked(request.caseId);
    if (!file || !canSeeCase(tx.viewer, file.case, file.scopes)) return fail('CASE_NOT_FOUND');
    if (isStale(file, request)) return fail('STALE_VERSION');

    const decided = await decide(tx, { file, act: actOf(tx) }, request);
    if (!decided.ok) return decided;

    await recordStep(tx, file, decided.value.step);
    return ok({ caseId: file.case.id, ...decided.value.made });
  });

/** The viewer as the one who acts; a petitioner acts without being named. */
export const actOf = ({ viewer, now, newId }: ServiceTx): Act => ({
  at: now,
  staffId: viewer.caseId === null ? viewer.id : null,
  organizationId: viewer.organizationId,
  newId,
});

const isStale = (file: CaseFile, { expectedVersion }: CaseRequest): boolean =>
  expectedVersion !== null && expectedVersion !== undefined && expectedVersion !== file.case.version;
