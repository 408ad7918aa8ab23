import { localDate } from '@onevisit/calendar';
import { jsonHash } from '@onevisit/evidence';
import { command, fail, hasRole, isId, ok, type Permission, type Result, type Viewer } from '@onevisit/kernel';
import { handoverInForce, sealedLaneOf, type AccusationHandover, type HandoverStep } from '../../domain/accusation.ts';
import type { RecipientGrounds } from '../../domain/accusation-recipient.ts';
import { isSealed } from '../../domain/case.ts';
import type { Act, CaseFile } from '../../domain/case-file.ts';
import { actOf } from '../case/case-command.ts';
import type { ServiceTx } from '../operation.ts';
import { recordStep } from '../case/record-step.ts';

/** A sealed matter in the hands of somebody who may act on it. */
export type SealedInHand = Readonly<{
  file: CaseFile;
  handovers: readonly AccusationHandover[];
  act: Act & Readonly<{ staffId: string; organizationId: string }>;
}>;

type Request = Readonly<{ caseId: string; idempotencyKey?: string | null | undefined }>;
type Outcome = Result<HandoverStep, string>;
type ReasonOf<Ending extends Outcome> = Extract<Ending, { ok: false }>['reason'];

/**
 * A verb on a sealed matter, which no scope shows: for whom it is not, the case does not exist. The one handover that
 * it makes or changes last is its answer.
 */
export const accusationCommand = <Asked extends Request, Ending extends Outcome>(
  verb: string,
  permission: Permission,
  isTheirs: (tx: ServiceTx, file: CaseFile, handovers: readonly AccusationHandover[]) => Promise<boolean>,
  decide: (tx: ServiceTx, inHand: SealedInHand, request: Asked) => Promise<Ending>,
) =>
  command(verb, permission, async (tx: ServiceTx, request: Asked) => {
    const file = await tx.files.locked(request.caseId);
    const { organizationId, id: staffId } = tx.viewer;
    if (!file || !isSealed(file.case) || organizationId === null || !isId(staffId)) return fail('CASE_NOT_FOUND');
    const handovers = await tx.handovers.ofCase(file.case.id);
    if (!(await isTheirs(tx, file, handovers))) return fail('CASE_NOT_FOUND');

    const act = { ...actOf(tx), staffId, organizationId };
    const outcome = (await decide(tx, { file, handovers, act }, request)) as Result<HandoverStep, ReasonOf<Ending>>;
    if (!outcome.ok) return outcome;
    await recordStep(tx, file, outcome.value.step);
    await tx.handovers.put(handovers, outcome.value.handovers);
    return ok({ caseId: file.case.id, handoverId: outcome.value.handovers.at(-1)?.id ?? null });
  });

/** 移交的人: of the sealed lane, or of the office that registered it where nobody above or below it is spoken of. */
export async function mayHandOver({ viewer, directory }: ServiceTx, file: CaseFile): Promise<boolean> {
  const { organizationId } = viewer;
  if (organizationId === null || file.respondentIds.includes(organizationId)) return false;
  if (hasRole(viewer, 'BUREAU', 'DISCIPLINE') && organizationId === sealedLaneOf(file)) return true;
  if (!hasRole(viewer, 'HANDLER', 'LEADER') || organizationId !== file.case.receivingOrganizationId) return false;
  const near = [...(await directory.subtreeIds(organizationId)), ...(await directory.superiorIds(organizationId))];
  return !file.respondentIds.some((id) => near.includes(id));
}

/** 接收机关: only where the matter is now. */
export const isRecipient = async (
  { viewer }: Readonly<{ viewer: Viewer }>,
  _file: CaseFile,
  handovers: readonly AccusationHandover[],
): Promise<boolean> =>
  viewer.organizationId !== null && handoverInForce(handovers)?.toOrganizationId === viewer.organizationId;

/** What a recipient of this matter is judged by. */
export async function groundsOf(
  { directory, now }: ServiceTx,
  file: CaseFile,
  cadreLevel: AccusationHandover['cadreLevel'],
): Promise<RecipientGrounds> {
  return {
    accused: {
      respondentIds: file.respondentIds,
      recusedOrganizationIds: await directory.organizationIdsOfStaff(file.recusedStaffIds),
      areaCode: file.case.areaCode,
    },
    cadreLevel,
    organizations: await directory.allOrganizations(),
    day: localDate(now).toString(),
  };
}

/** Of everything that is handed over, as it is stored. */
export const packageHashOf = async ({ handovers }: ServiceTx, caseId: string): Promise<string> =>
  jsonHash(await handovers.packageOf(caseId));
