import type { DomainEvent } from '@onevisit/kernel';
import type { Staff } from './staff.ts';

/** All that other subgraphs copy of somebody who has come: where, and in which roles. No name. */
export const staffJoined = ({ id, version, organizationId, roles }: Staff): DomainEvent => ({
  type: 'staff.joined.v1',
  subjectId: id,
  subjectVersion: version,
  organizationId,
  data: { organizationId, roles, isActive: true },
});
