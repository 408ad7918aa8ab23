import type { DeadlineKind } from '@onevisit/calendar';
import { query } from '@onevisit/kernel';
import { simulatedDue } from '../../domain/due-simulator.ts';
import type { ServiceRead } from '../operation.ts';

/** 期限试算, for everybody. */
export const simulateDueDate = query(
  'calendar:read',
  async (_: ServiceRead, { kind, startOn }: Readonly<{ kind: DeadlineKind; startOn: string }>) =>
    simulatedDue(kind, startOn),
);
