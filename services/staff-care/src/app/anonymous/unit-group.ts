import { localDate, startOfDay } from '@onevisit/calendar';
import { everybody, type AnonymousPurpose } from '../../domain/anonymous-token.ts';
import { unitGroups } from '../../domain/pulse.ts';
import type { ServiceTx } from '../operation.ts';
import { presentMonth } from './present-month.ts';

/** The group that the viewer speaks as one of this month; null where there is none that is large enough. */
export async function unitGroupFor(tx: ServiceTx, purpose: AnonymousPurpose): Promise<string | null> {
  if (purpose === 'SUGGESTION') return everybody;
  const month = presentMonth(tx.now);
  if (!(await tx.pulses.isBegunWhenLocked(month))) await beginPulse(tx, month);
  return tx.pulses.groupOf(tx.viewer.id, month);
}

/** Who is in which group stays as it was when the month's first token was asked for. */
async function beginPulse(tx: ServiceTx, month: string): Promise<void> {
  const closesAt = startOfDay(localDate(tx.now).with({ day: 1 }).add({ months: 1 }));
  const groups = unitGroups(await tx.pulses.placedStaff());
  await tx.pulses.begin({ id: tx.newId(), month, closesAt, closedAt: null, version: 1 }, groups);
}
