import { createRandom, drawnNormal, seedFor, type Random } from '@onevisit/city';
import { baselineQuarters, pilotQuarters, type EvaluationDesign } from '../domain/evaluation/pre-registration.ts';
import type { IndicatorValue } from '../domain/indicator.ts';
import { firstDayOf, type Quarter } from '../domain/quarter.ts';
import { aValue } from './builders.ts';

/** What is true of an indicator: the analysis sees only what is drawn from it. */
type Truth = Readonly<{
  code: string;
  /** What the new way of working adds in a unit that works in it. */
  effect: number;
  /** How much of its own a unit has in every quarter, beside chance. */
  unrest?: number;
  matters?: number;
}>;

/** A ledger as a city would have it: every unit on a level of its own, good and bad quarters for all, and chance. */
export function drawnLedger(
  design: EvaluationDesign,
  seed: number,
  truths: readonly Truth[],
): readonly IndicatorValue[] {
  const [window] = design.metrics;
  if (!window) throw new Error('nothing is measured');
  const quarters = [...baselineQuarters(window), ...pilotQuarters(design)];
  const units = [...design.pilotUnitIds, ...design.comparisonUnitIds];
  return truths.flatMap((truth) => {
    const random = createRandom(seedFor(seed, truth.code));
    const season = quarters.map((quarter) => [quarter, 0.04 * drawnNormal(random)] as const);
    return units.flatMap((unit) => {
      const level = 0.6 + 0.08 * drawnNormal(random);
      return season.map(([quarter, common]) => {
        const shake = (truth.unrest ?? 0) * drawnNormal(random);
        const share = level + common + shake + (isTreated(design, unit, quarter) ? truth.effect : 0);
        return drawnValue(random, { unit, quarter, share }, truth);
      });
    });
  });
}

function isTreated({ steps, pilotUnitIds, pilotFrom }: EvaluationDesign, unit: string, quarter: Quarter): boolean {
  const from = steps.find(({ organizationId }) => organizationId === unit)?.from ?? pilotFrom;
  return pilotUnitIds.includes(unit) && firstDayOf(quarter) >= from;
}

type Place = Readonly<{ unit: string; quarter: Quarter; share: number }>;

/** A count of so many matters is as good as normal, and drawn in one go. */
function drawnValue(random: Random, { unit, quarter, share }: Place, { code, matters = 200 }: Truth): IndicatorValue {
  const denominator = Math.round(matters * (0.7 + 0.6 * random()));
  const kept = Math.min(Math.max(share, 0), 1);
  const drawn = denominator * kept + Math.sqrt(denominator * kept * (1 - kept)) * drawnNormal(random);
  const numerator = Math.min(Math.max(Math.round(drawn), 0), denominator);
  return aValue({ code, organizationId: unit, period: quarter, numerator, denominator });
}
