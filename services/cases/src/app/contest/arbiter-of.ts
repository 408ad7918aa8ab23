import { disputantsOf, type Arbiter } from '../../domain/competence.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { areaPathOf } from '../../domain/organization.ts';
import type { ServiceTx } from '../operation.ts';

const joint = 'JOINT_CONFERENCE_OFFICE';

/**
 * Who rules on a dispute of competence (第二十四条): the nearest organ above all that dispute, who is none of them and
 * whom the petition is not about; or else the joint-conference office of the county that they share, or of the city.
 */
export async function arbiterOf({ directory }: ServiceTx, file: CaseFile): Promise<Arbiter | null> {
  const disputants = disputantsOf(file);
  const chains = await Promise.all(disputants.map((id) => directory.superiorIds(id)));
  const excluded = new Set([...disputants, ...file.respondentIds]);
  const [nearest] = (chains[0] ?? []).filter((id) => !excluded.has(id) && chains.every((chain) => chain.includes(id)));
  const superior = nearest === undefined ? null : await directory.organization(nearest);
  if (superior) return { organization: superior, level: 'COMMON_SUPERIOR' };

  const organizations = await directory.organizations(disputants);
  const shared = areaPathOf(file.case.areaCode).filter((area) =>
    organizations.every(({ areaPath }) => areaPath.includes(area)),
  );
  for (const area of shared.toReversed()) {
    const office = await directory.organizationOfKind(area, joint);
    if (office && !excluded.has(office.id)) return { organization: office, level: 'JOINT_CONFERENCE' };
  }
  return null;
}
