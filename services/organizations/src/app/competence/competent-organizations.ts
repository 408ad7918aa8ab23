import { nestedQuery, query } from '@onevisit/kernel';
import { matchesOf, type CompetenceMatch } from '../../domain/competence.ts';
import type { ServiceRead } from '../operation.ts';

type Question = Readonly<{ issueTypeCode: string; areaCode: string; on: string | null }>;

/** Who is competent for a matter of that type in that area; nobody where the area is unknown. */
export const competentOrganizations = query('competence:read', matching);

export const competentOrganizationsOfIssueType = nestedQuery('competence:read', matching);

export const competencesOfOrganization = query('competence:read', ({ load }: ServiceRead, organizationId: string) =>
  load.competences.ofOrganization.load(organizationId),
);

async function matching(
  { load, today }: ServiceRead,
  { issueTypeCode, areaCode, on }: Question,
): Promise<readonly CompetenceMatch[]> {
  const day = on ?? today;
  const covering = await load.competences.covering({ areaCode, day }).load(issueTypeCode);
  return matchesOf({ issueTypeCode, areaPath: covering[0]?.areaPath ?? [], day }, covering);
}
