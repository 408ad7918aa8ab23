import { hasRole, isPublic, type Viewer } from '@onevisit/kernel';
import type { IndicatorDefinition } from './indicator-definition.ts';
import type { Period } from './period.ts';
import { rounded } from './scoring/score.ts';
import { wilsonLowerBound } from './scoring/wilson.ts';

/** 指标值, as a subgraph has published it: frozen, and never counted again. */
export type IndicatorValue = Readonly<{
  code: string;
  organizationId: string;
  period: Period;
  /** Of a share what counts; of days and points the value itself. */
  numerator: number;
  /** What it is taken of: below the indicator's minimum there is no value. */
  denominator: number;
  frozenAt: Date;
}>;

/** 指标值, as far as a viewer may know it. */
export type ShownValue = Readonly<{
  isRated: boolean;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  /** A tenth of the scale in which the value lies, where no more may be told. */
  band: Readonly<{ from: number; to: number }> | null;
}>;

const nothingShown: ShownValue = { isRated: false, numerator: null, denominator: null, value: null, band: null };

/** Nobody has told how it is counted, so it says nothing. */
export const undefinedIndicator = nothingShown;

/** Few items say something about people: the public is told of ten or more, and only supervisors of fewer than five. */
const leastInPublic = 10;
const leastForStaff = 5;

/** 不予评定 where the sample is too small for who asks; a band where exact figures would tell of a few people. */
export function shownTo(viewer: Viewer, definition: IndicatorDefinition, value: IndicatorValue): ShownValue {
  const { numerator, denominator } = value;
  if (denominator < leastFor(viewer, definition)) return nothingShown;
  if (isOutsider(viewer) && definition.unit === 'SHARE' && hasSmallPart(value))
    return { ...nothingShown, isRated: true, band: bandOf(numerator / denominator) };
  return { isRated: true, numerator, denominator, value: rounded(valueOf(definition, value)), band: null };
}

type Counted = Pick<IndicatorValue, 'numerator' | 'denominator'>;

/** The value of an indicator; of satisfaction the bound that the number of ratings allows. */
export function valueOf({ code, unit }: IndicatorDefinition, { numerator, denominator }: Counted): number {
  if (unit !== 'SHARE') return numerator;
  return code === 'K12' ? wilsonLowerBound(numerator, denominator) : numerator / denominator;
}

function leastFor(viewer: Viewer, { minimumDenominator }: IndicatorDefinition): number {
  if (isOutsider(viewer)) return Math.max(minimumDenominator, leastInPublic);
  return hasRole(viewer, 'SUPERVISOR') ? minimumDenominator : Math.max(minimumDenominator, leastForStaff);
}

const isOutsider = (viewer: Viewer): boolean => isPublic(viewer) || hasRole(viewer, 'PETITIONER');

/** The few and the rest tell of each other. */
const hasSmallPart = ({ numerator, denominator }: IndicatorValue): boolean =>
  Math.min(numerator, denominator - numerator) < leastInPublic;

function bandOf(share: number) {
  const tenth = Math.min(9, Math.max(0, Math.floor(share * 10)));
  return { from: tenth / 10, to: (tenth + 1) / 10 };
}
