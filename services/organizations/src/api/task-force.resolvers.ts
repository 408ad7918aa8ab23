import type { FieldsOf } from '@onevisit/subgraph';
import { campaignsOfTaskForce } from '../app/campaign/find-campaign.ts';
import { findTaskForce, taskForcesLedBy } from '../app/task-force/find-task-force.ts';
import { listTaskForces } from '../app/task-force/list-task-forces.ts';
import { referToStaff } from '../app/organization/refer-to-staff.ts';
import type { StaffReference } from '../domain/staff.ts';
import type { TaskForce } from '../domain/task-force.ts';
import type { QueryResolvers, StaffResolvers, TaskForceResolvers } from './generated.ts';

export const taskForceQueries = {
  taskForces: (_, { first, after, state }, operation) =>
    listTaskForces(operation, { first, after, state: state ?? null }),
} satisfies Partial<QueryResolvers>;

export const taskForceFields: FieldsOf<TaskForceResolvers, TaskForce> = {
  __resolveReference: (reference, operation) => findTaskForce(operation, reference),
  from: ({ startsOn }) => startsOn,
  to: ({ endsOn }) => endsOn,
  lead: ({ leadId }, _, operation) => referToStaff(operation, leadId),
  campaigns: ({ id }, _, operation) => campaignsOfTaskForce(operation, id),
};

/** What this service adds to the staff of the staff-care subgraph. */
export const staffFields: FieldsOf<StaffResolvers, StaffReference> = {
  taskForces: ({ id }, _, operation) => taskForcesLedBy(operation, id),
};
