import { resolverTypes } from '@onevisit/tooling/codegen';

export default resolverTypes({
  CareAction: '../domain/care-request.ts#NotedCareAction as CareActionModel',
  CareRequest: '../domain/care-request.ts#CareRequest as CareRequestModel',
  Staff: '../domain/staff.ts#Staff as StaffModel',
  Organization: '../domain/organization.ts#Reference as OrganizationModel',
  TaskForce: '../domain/organization.ts#Reference as TaskForceModel',
});
