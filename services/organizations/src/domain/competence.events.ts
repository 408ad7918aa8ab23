import type { DomainEvent } from '@onevisit/kernel';
import type { Competence } from './competence.ts';

export const competenceChanged = (competence: Competence): DomainEvent => ({
  type: 'competence.changed.v1',
  subjectId: competence.id,
  subjectVersion: competence.version,
  organizationId: competence.organizationId,
  data: {
    organizationId: competence.organizationId,
    issueTypeCode: competence.issueTypeCode,
    areaCode: competence.areaCode,
    priority: competence.priority,
    validFrom: competence.validFrom,
    validTo: competence.validTo,
  },
});
