import { fail, ok, type Result } from '@onevisit/kernel';
import type { IndicatorValue } from '../indicator.ts';
import { lastDayOf } from '../quarter.ts';
import { pilotQuarters, type PreRegistration } from './pre-registration.ts';

type NotReady = 'NOT_PREREGISTERED' | 'NO_FULL_QUARTER' | 'PILOT_NOT_OVER' | 'QUARTER_NOT_COMPUTED';

/**
 * Whether a trial can be judged: once, when the registered time is over and its last quarter is counted. Whoever could
 * look earlier could stop where it looks best.
 */
export function ready(
  registration: PreRegistration | null,
  today: string,
  ledger: readonly IndicatorValue[],
): Result<PreRegistration, NotReady> {
  if (registration === null) return fail('NOT_PREREGISTERED');
  const quarters = pilotQuarters(registration);
  if (!quarters.some((quarter) => lastDayOf(quarter) < today)) return fail('NO_FULL_QUARTER');
  if (registration.pilotTo >= today) return fail('PILOT_NOT_OVER');

  const [main] = registration.metrics;
  const isCounted = ledger.some(({ code, period }) => code === main?.indicatorCode && period === quarters.at(-1));
  return isCounted ? ok(registration) : fail('QUARTER_NOT_COMPUTED');
}
