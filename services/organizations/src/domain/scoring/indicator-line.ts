import { indicatorDefinitions } from '../indicator-definitions.ts';
import type { Band, IndicatorItem, RuleSetDocument } from './rule-set-document.ts';
import { rounded, type IndicatorCount, type ScoreBasis, type ScoreLine } from './score.ts';
import { wilsonLowerBound } from './wilson.ts';

/** Below so many due terms a unit is not rated on any indicator. */
export const leastDueDeadlines = 10;

type Rated = Readonly<{ item: IndicatorItem; count: IndicatorCount; value: number }>;

/** 指标项: one line for each indicator of the rule set, rated or not, and what the best values earn. */
export function indicatorLines(rules: RuleSetDocument, basis: ScoreBasis) {
  const demerits = rules.indicatorItems.map((item) => {
    const rated = ratedAs(item, basis);
    if (!rated) return notRated(item, basis);
    const line = demeritOf(rules, rated);
    return isOverturned(item, basis) ? { ...line, points: 0, remark: 'OVERTURNED' as const } : line;
  });
  const credits = rules.indicatorItems.flatMap((item) => {
    const rated = ratedAs(item, basis);
    return rated && !isOverturned(item, basis) ? creditOf(rated) : [];
  });
  return { demerits, credits };
}

const isOverturned = ({ indicator }: IndicatorItem, { overturnedIndicators }: ScoreBasis): boolean =>
  overturnedIndicators?.includes(indicator) ?? false;

/** The indicator's count and plain value; null where there is too little to say anything. */
export function ratedAs(item: Pick<IndicatorItem, 'indicator'>, basis: ScoreBasis): Rated | null {
  const count = basis.indicators.find(({ code }) => code === item.indicator);
  const definition = indicatorDefinitions.find(({ code }) => code === item.indicator);
  if (!count || !definition || basis.dueDeadlines < leastDueDeadlines) return null;
  if (count.denominator < definition.minimumDenominator) return null;
  return { item: { bands: [], ...item }, count, value: plainValue(count) };
}

/** K12 counts as the bound that its number of ratings allows. */
const plainValue = ({ code, numerator, denominator }: IndicatorCount): number =>
  code === 'K12' ? wilsonLowerBound(numerator, denominator) : numerator / denominator;

function demeritOf(rules: RuleSetDocument, { item, count, value }: Rated): ScoreLine {
  const isForgiven = isOneForgiven(rules, item, count);
  const read = isForgiven ? forgivenValue(item, count) : value;
  const band = bandOf(item, read) ?? item.bands.at(-1) ?? null;
  return line(item, count, { value: rounded(read), isForgiven, band, points: rounded(-(band?.[1] ?? 0)) });
}

/** One failing item among few is forgiven; a rating is none. */
const isOneForgiven = ({ forgiveOne }: RuleSetDocument, item: IndicatorItem, count: IndicatorCount): boolean =>
  !forgiveOne.except.includes(item.indicator) &&
  count.denominator >= forgiveOne.fromN &&
  count.denominator < forgiveOne.belowN &&
  (isLowerBetter(item) ? count.numerator > 0 : count.numerator < count.denominator);

const forgivenValue = (item: IndicatorItem, { numerator, denominator }: IndicatorCount): number =>
  (isLowerBetter(item) ? numerator - 1 : numerator + 1) / denominator;

/** A credit is earned by what was reached, with nothing forgiven. */
function creditOf({ item, count, value }: Rated): readonly ScoreLine[] {
  const band = bandOf({ ...item, bands: item.credit ?? [] }, value);
  return band ? [line(item, count, { kind: 'CREDIT', value: rounded(value), band, points: band[1] })] : [];
}

const bandOf = (item: IndicatorItem, value: number): Band | null =>
  item.bands.find(([threshold]) => (isLowerBetter(item) ? value <= threshold : value >= threshold)) ?? null;

const isLowerBetter = ({ direction }: IndicatorItem): boolean => direction === 'LOWER';

function notRated(item: IndicatorItem, { indicators }: ScoreBasis): ScoreLine {
  const count = indicators.find(({ code }) => code === item.indicator) ?? null;
  return line(item, count, { remark: 'NOT_RATED' });
}

const line = (item: IndicatorItem, count: IndicatorCount | null, read: Partial<ScoreLine>): ScoreLine => ({
  kind: 'INDICATOR',
  item: item.indicator,
  count: count?.denominator ?? 0,
  value: null,
  isForgiven: false,
  band: null,
  factors: [],
  points: 0,
  remark: null,
  ...read,
});
