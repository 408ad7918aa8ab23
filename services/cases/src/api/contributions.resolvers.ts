import type { FieldsOf } from '@onevisit/subgraph';
import { caseloadOfCampaign, caseloadOfOrganization, caseloadOfTaskForce } from '../app/worklist/caseloads.ts';
import { assignedCaseCount, assignedCases } from '../app/worklist/workload-of-staff.ts';
import type { ById } from '../domain/references.ts';
import type { CampaignResolvers, OrganizationResolvers, StaffResolvers, TaskForceResolvers } from './generated.ts';

export const organizationFields: FieldsOf<OrganizationResolvers, ById> = {
  caseload: ({ id }, _, operation) => caseloadOfOrganization(operation, id),
};

export const staffFields: FieldsOf<StaffResolvers, ById> = {
  assignedCases: async ({ id }, request, operation) => {
    const found = await assignedCases(operation, { ...request, staffId: id });
    return found && { ...found, count: () => assignedCaseCount(operation, id) };
  },
  assignedCaseCount: ({ id }, _, operation) => assignedCaseCount(operation, id),
};

export const campaignFields: FieldsOf<CampaignResolvers, ById> = {
  caseload: ({ id }, _, operation) => caseloadOfCampaign(operation, id),
};

export const taskForceFields: FieldsOf<TaskForceResolvers, ById> = {
  caseload: ({ id }, _, operation) => caseloadOfTaskForce(operation, id),
};
