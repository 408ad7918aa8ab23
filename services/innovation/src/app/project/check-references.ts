import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import type { InnovationProject } from '../../domain/innovation-project.ts';
import type { ServiceTx } from '../operation.ts';

type Unknown = 'OWNER_NOT_FOUND' | 'ISSUE_TYPE_NOT_FOUND' | 'LEAD_NOT_FOUND' | 'CAMPAIGN_NOT_FOUND' | 'UNIT_NOT_FOUND';

/** Whether everything that a project names is there: other subgraphs own it, our copies know of it. */
export async function checkReferences(
  { references, now }: ServiceTx,
  project: InnovationProject,
): Promise<Result<InnovationProject, Unknown>> {
  const today = localDate(now).toString();
  const { organizationId, problemCode, leadId, campaignId, pilotUnitIds, comparisonUnitIds } = project;
  const units = [...pilotUnitIds, ...comparisonUnitIds];

  if (!(await references.knowsOrganizations([organizationId], today))) return fail('OWNER_NOT_FOUND');
  if (!(await references.knows('ISSUE_TYPE', [problemCode]))) return fail('ISSUE_TYPE_NOT_FOUND');
  if (!(await references.knowsActiveStaff(leadId))) return fail('LEAD_NOT_FOUND');
  if (campaignId !== null && !(await references.knows('CAMPAIGN', [campaignId]))) return fail('CAMPAIGN_NOT_FOUND');
  if (!(await references.knowsOrganizations(units, today))) return fail('UNIT_NOT_FOUND');
  return ok(project);
}
