import { command, fail, isId, ok, type Made, type Permission, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, ExecutionItem, Step } from '../../domain/case-file.ts';
import { canSeeCase, knowsThatSealed } from '../../domain/case.policy.ts';
import type { ServiceTx } from '../operation.ts';
import { recordStep } from './record-step.ts';

type Versioned = Readonly<{ expectedVersion?: number | null | undefined }>;
type Repeatable = Versioned & Readonly<{ idempotencyKey?: string | null | undefined }>;
type CaseRequest = Repeatable & Readonly<{ caseId: string }>;
type ItemRequest = Repeatable & Readonly<{ executionItemId: string }>;

/** A step that was decided, and the ids that its payload names. */
export type Decided = Readonly<{ step: Step; made?: Made }>;

/** What a verb decides on: the case in hand, who acts and when. */
export type InHand = Readonly<{ file: CaseFile; act: Act }>;

/** All that a decision may end with; taken as a whole, so that a verb may refuse in as many places as it likes. */
type Outcome = Result<Decided, string>;
type ReasonOf<Ending extends Outcome> = Extract<Ending, { ok: false }>['reason'];

type Decide<Hand, Request, Ending> = (tx: ServiceTx, inHand: Hand, request: Request) => Promise<Ending>;

/** Ids of what a verb on a case made; the case itself is always among them. */
export type MadeInCase = Made & Readonly<{ caseId: string }>;

/**
 * A verb on a case that exists: the case under its lock, within the viewer's sight and as the viewer has read it; then
 * the rule; then everything that the step changed, in one transaction.
 */
export const caseCommand = <Request extends CaseRequest, Ending extends Outcome>(
  verb: string,
  permission: Permission,
  decide: Decide<InHand, Request, Ending>,
) =>
  command(verb, permission, async (tx: ServiceTx, request: Request) => {
    const file = await tx.files.locked(request.caseId);
    if (!isSeen(tx, file)) return fail('CASE_NOT_FOUND');
    return decided(tx, file, request, (act) => decide(tx, { file, act }, request));
  });

/** As `caseCommand`, for what is refused by name to the office that knows of a sealed matter. */
export const ordinaryCaseCommand = <Request extends CaseRequest, Ending extends Outcome>(
  verb: string,
  permission: Permission,
  decide: Decide<InHand, Request, Ending>,
) =>
  command(verb, permission, async (tx: ServiceTx, request: Request) => {
    const file = await tx.files.locked(request.caseId);
    if (!isSeen(tx, file)) return fail(await reasonUnseen(tx, file));
    return decided(tx, file, request, (act) => decide(tx, { file, act }, request));
  });

/** As `caseCommand`, on one execution item of a case. */
export const itemCommand = <Request extends ItemRequest, Ending extends Outcome>(
  verb: string,
  permission: Permission,
  decide: Decide<InHand & Readonly<{ item: ExecutionItem }>, Request, Ending>,
) =>
  command(verb, permission, async (tx: ServiceTx, request: Request) => {
    const file = await tx.files.lockedWithItem(request.executionItemId);
    const item = file?.executionItems.find(({ id }) => id === request.executionItemId);
    if (!isSeen(tx, file) || !item) return fail('EXECUTION_ITEM_NOT_FOUND');
    return decided(tx, file, request, (act) => decide(tx, { file, act, item }, request));
  });

/** The viewer as the one who acts; the petitioner and the system act without being named. */
export const actOf = ({ viewer, now, newId }: ServiceTx): Act => ({
  at: now,
  staffId: isId(viewer.id) ? viewer.id : null,
  organizationId: viewer.organizationId,
  newId,
});

async function decided<Ending extends Outcome>(
  tx: ServiceTx,
  file: CaseFile,
  { expectedVersion }: Versioned,
  decide: (act: Act) => Promise<Ending>,
): Promise<Result<MadeInCase, ReasonOf<Ending> | 'STALE_VERSION'>> {
  const isStale = typeof expectedVersion === 'number' && expectedVersion !== file.case.version;
  if (isStale) return fail('STALE_VERSION');
  const outcome = (await decide(actOf(tx))) as Result<Decided, ReasonOf<Ending>>;
  if (!outcome.ok) return outcome;

  await recordStep(tx, file, outcome.value.step);
  return ok({ ...outcome.value.made, caseId: file.case.id });
}

const isSeen = ({ viewer }: ServiceTx, file: CaseFile | null): file is CaseFile =>
  file !== null && canSeeCase(viewer, file.case, file.scopes);

async function reasonUnseen({ viewer, directory }: ServiceTx, file: CaseFile | null) {
  if (!file || viewer.organizationId === null) return 'CASE_NOT_FOUND';
  const ownTreeIds = await directory.subtreeIds(viewer.organizationId);
  return knowsThatSealed(viewer, file, ownTreeIds) ? 'ACCUSATION_NEEDS_SEALED_HANDOVER' : 'CASE_NOT_FOUND';
}
