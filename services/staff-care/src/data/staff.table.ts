import { defineTable } from '@onevisit/data';
import type { Staff } from '../domain/staff.ts';

export const staffTable = defineTable<Staff>('staff', {
  id: 'uuid',
  code: 'text',
  number: 'integer',
  displayName: 'text',
  organizationId: 'uuid',
  post: 'text',
  roles: 'texts',
  joinedOn: 'day',
  taskForceId: 'uuid?',
  version: 'integer',
});
