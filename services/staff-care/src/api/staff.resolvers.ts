import type { FieldsOf } from '@onevisit/subgraph';
import { findOwnStaff, findStaff } from '../app/staff/find-staff.ts';
import { listStaff } from '../app/staff/list-staff.ts';
import { yearsInPetitionWork, type Staff } from '../domain/staff.ts';
import type { QueryResolvers, StaffResolvers } from './generated.ts';

export const staffQueries = {
  me: (_, _given, operation) => findOwnStaff(operation, null),
  staffList: (_, { first, after, organizationId, role }, operation) =>
    listStaff(operation, { first, after, organizationId: organizationId ?? null, role: role ?? null }),
} satisfies Partial<QueryResolvers>;

export const staffFields: FieldsOf<StaffResolvers, Staff> = {
  __resolveReference: ({ id }, operation) => findStaff(operation, id),
  organization: ({ organizationId }) => ({ id: organizationId }),
  yearsInPetitionWork: (staff, _, { today }) => yearsInPetitionWork(staff, today),
};
