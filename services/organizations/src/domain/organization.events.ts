import type { DomainEvent } from '@onevisit/kernel';
import type { Organization } from './organization.ts';

/** All that other subgraphs copy of an organization. */
export const organizationChanged = (organization: Organization, areaPath: readonly string[]): DomainEvent => ({
  type: 'organization.changed.v1',
  subjectId: organization.id,
  subjectVersion: organization.version,
  organizationId: organization.id,
  data: {
    code: organization.code,
    kind: organization.kind,
    level: organization.level,
    areaCode: organization.areaCode,
    areaPath,
    superiorId: organization.superiorId,
    successorId: organization.successorId,
    validFrom: organization.validFrom,
    validTo: organization.validTo,
  },
});
