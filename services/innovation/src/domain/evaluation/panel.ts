import type { IndicatorValue } from '../indicator.ts';
import type { ProjectMetric } from '../project-metric.ts';
import { firstDayOf, lastDayOf, type Quarter } from '../quarter.ts';
import { baselineQuarters, pilotQuarters, type EvaluationDesign } from './pre-registration.ts';

/** What one unit reached in one quarter. */
export type Cell = Readonly<{
  unitId: string;
  quarter: Quarter;
  value: number;
  /** How many matters the value is of. */
  size: number;
  isPilotUnit: boolean;
  /** Whether the unit worked in the new way, all of the quarter. */
  isTreated: boolean;
}>;

/** One indicator of all units of a trial, before it and in it. */
export type Panel = Readonly<{
  cells: readonly Cell[];
  /** Whether a unit has no value in a quarter that the design names. */
  isIncomplete: boolean;
}>;

/** The indicator in the windows of the metric that it is, or guards. */
export function panelOf(
  design: EvaluationDesign,
  indicatorCode: string,
  window: ProjectMetric,
  ledger: readonly IndicatorValue[],
): Panel {
  const values = new Map(ledger.filter(({ code }) => code === indicatorCode).map((value) => [keyOf(value), value]));
  const places = placesOf(design, window);
  const cells = places.flatMap((place) => {
    const value = values.get(`${place.unitId}/${place.quarter}`);
    if (!value || value.denominator === 0) return [];
    return [{ ...place, value: value.numerator / value.denominator, size: value.denominator }];
  });
  return { cells, isIncomplete: cells.length < places.length };
}

const keyOf = ({ organizationId, period }: IndicatorValue): string => `${organizationId}/${period}`;

type Place = Omit<Cell, 'value' | 'size'>;

function placesOf(design: EvaluationDesign, window: ProjectMetric): readonly Place[] {
  const during = pilotQuarters(design);
  const quarters = [...new Set([...baselineQuarters(window), ...during])];
  const comparison = design.method === 'BEFORE_AFTER' ? [] : design.comparisonUnitIds;
  const ofComparison = comparison.flatMap((unitId) =>
    quarters.map((quarter) => ({ unitId, quarter, isPilotUnit: false, isTreated: false })),
  );
  const ofPilot = design.pilotUnitIds.flatMap((unitId) => {
    const from = design.steps.find(({ organizationId }) => organizationId === unitId)?.from ?? design.pilotFrom;
    return quarters
      .filter((quarter) => isWhole(quarter, from))
      .map((quarter) => ({ unitId, quarter, isPilotUnit: true, isTreated: firstDayOf(quarter) >= from }));
  });
  return [...ofPilot, ...ofComparison];
}

/** A quarter in the middle of which a unit began is neither before nor after. */
const isWhole = (quarter: Quarter, from: string): boolean => lastDayOf(quarter) < from || firstDayOf(quarter) >= from;
