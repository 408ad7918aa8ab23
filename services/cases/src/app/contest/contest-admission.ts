import { fail, ok } from '@onevisit/kernel';
import { seal } from '@onevisit/vault';
import { contested } from '../../domain/contest.ts';
import { areaPathOf } from '../../domain/organization.ts';
import { isFilled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  grounds: string;
}>;

const longestGrounds = 2_000;

/** T8 对不予受理提出异议. */
export const contestAdmission = caseCommand(
  'contestAdmission',
  'admission:contest',
  async (tx, { file, act }, { grounds }: Request) => {
    const bureaus = await bureausOf(tx, file.case.areaCode);
    if (!bureaus) return fail('SUPERVISION_NOT_FOUND');
    const id = tx.newId();
    const cell = { column: 'contests.grounds_sealed', rowId: id } as const;
    const groundsSealed = seal(await tx.keys.of(file.case.id), cell, grounds);
    const step = contested(file, { ...bureaus, id, groundsSealed }, act);
    if (!step.ok) return step;
    return isFilled(grounds, longestGrounds)
      ? ok({ step: step.value, made: { contestId: id } })
      : fail('GROUNDS_REQUIRED');
  },
);

/** The bureau of the city, whose supervision rules, and that of the county, which passes the case on afterwards. */
async function bureausOf({ directory }: ServiceTx, areaCode: string) {
  const [city, county] = areaPathOf(areaCode);
  const ruling = await directory.organizationOfKind(city ?? areaCode, 'PETITION_BUREAU');
  const bureau = await directory.organizationOfKind(county ?? areaCode, 'PETITION_BUREAU');
  return ruling ? { rulingOrganizationId: ruling.id, bureauId: (bureau ?? ruling).id } : null;
}
