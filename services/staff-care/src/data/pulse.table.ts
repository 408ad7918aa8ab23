import { defineTable } from '@onevisit/data';
import type { PulseMonth } from '../domain/pulse.ts';

export const pulseMonthTable = defineTable<PulseMonth>('pulse_months', {
  id: 'uuid',
  month: 'text',
  closesAt: 'instant',
  closedAt: 'instant?',
  version: 'integer',
});
