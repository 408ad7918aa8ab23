import type { DomainEvent } from '@onevisit/kernel';
import type { Interview } from './interview.ts';
import type { WarningNotice } from './warning-notice.ts';

const ofWarning =
  (type: string) =>
  ({ id, version, organizationId, level }: WarningNotice): DomainEvent => ({
    type,
    subjectId: id,
    subjectVersion: version,
    organizationId,
    data: { organizationId, level },
  });

export const warningIssued = ofWarning('warning.issued.v1');
export const warningEscalated = ofWarning('warning.escalated.v1');
export const rectificationAccepted = ofWarning('rectification.accepted.v1');

export const interviewHeld = ({ id, version, organizationId, warningId }: Interview): DomainEvent => ({
  type: 'interview.held.v1',
  subjectId: id,
  subjectVersion: version,
  organizationId,
  data: { organizationId, warningId },
});
