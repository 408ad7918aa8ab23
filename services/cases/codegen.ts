import { resolverTypes } from '@onevisit/tooling/codegen';

export default resolverTypes({
  Case: '../domain/case.ts#Case as CaseModel',
});
