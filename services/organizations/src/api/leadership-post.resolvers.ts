import type { FieldsOf } from '@onevisit/subgraph';
import { findLeadershipPost } from '../app/organization/find-leadership-post.ts';
import { organizationOnRecord } from '../app/organization/find-organization.ts';
import { referToStaff } from '../app/organization/refer-to-staff.ts';
import type { LeadershipPost } from '../domain/leadership-post.ts';
import type { LeadershipPostResolvers } from './generated.ts';

export const leadershipPostFields: FieldsOf<LeadershipPostResolvers, LeadershipPost> = {
  __resolveReference: ({ id }, operation) => findLeadershipPost(operation, id),
  organization: ({ organizationId }, _, operation) => organizationOnRecord(operation, organizationId),
  holder: ({ holderId }, _, operation) => referToStaff(operation, holderId),
};
