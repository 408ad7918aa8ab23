import { defineTable } from '@onevisit/data';
import type { ServiceWindow } from '../domain/service-window.ts';

export const serviceWindowTable = defineTable<ServiceWindow>('service_windows', {
  id: 'uuid',
  version: 'integer',
  code: 'text',
  organizationId: 'uuid',
  name: 'text',
  address: 'text',
  hours: 'text',
  channels: 'texts',
  accessibility: 'texts',
  queueEnabled: 'boolean',
});
