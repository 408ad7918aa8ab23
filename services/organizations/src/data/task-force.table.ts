import { defineTable } from '@onevisit/data';
import type { TaskForce } from '../domain/task-force.ts';

export const taskForceTable = defineTable<TaskForce>('task_forces', {
  id: 'uuid',
  version: 'integer',
  code: 'text',
  name: 'text',
  mandate: 'text',
  leadId: 'uuid?',
  sections: 'json',
  startsOn: 'day',
  endsOn: 'day?',
  state: 'text',
});
