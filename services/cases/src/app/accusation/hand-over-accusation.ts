import { fail } from '@onevisit/kernel';
import { checkedRecipient, isOrganizationDepartment, type CadreLevel } from '../../domain/accusation-recipient.ts';
import { handedOver } from '../../domain/accusation.ts';
import { accusationCommand, groundsOf, mayHandOver, packageHashOf } from './accusation-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  toOrganizationId: string;
  cadreLevel?: CadreLevel | null | undefined;
  organizationDepartmentId?: string | null | undefined;
}>;

/** T10 检举控告移交: by two people, to an organ that is not near the accused. */
export const handOverAccusation = accusationCommand(
  'handOverAccusation',
  'accusation:hand-over',
  mayHandOver,
  async (tx, { file, handovers, act }, request: Request) => {
    const { toOrganizationId } = request;
    const cadreLevel = request.cadreLevel ?? null;
    const organizationDepartmentId = request.organizationDepartmentId ?? null;
    const grounds = await groundsOf(tx, file, cadreLevel);
    const recipient = checkedRecipient(toOrganizationId, grounds);
    if (!recipient.ok) return recipient;
    if (cadreLevel !== null && organizationDepartmentId === null) return fail('ORGANIZATION_DEPARTMENT_REQUIRED');
    if (organizationDepartmentId !== null && !isOrganizationDepartment(organizationDepartmentId, grounds)) {
      return fail('ORGANIZATION_DEPARTMENT_NOT_VALID');
    }
    const packageHash = await packageHashOf(tx, file.case.id);
    return handedOver(file, handovers, { toOrganizationId, cadreLevel, organizationDepartmentId, packageHash }, act);
  },
);
