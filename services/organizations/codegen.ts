import { resolverTypes } from '@onevisit/tooling/codegen';

export default resolverTypes({
  Area: '../domain/area.ts#Area as AreaModel',
  Organization: '../domain/organization.ts#Organization as OrganizationModel',
});
