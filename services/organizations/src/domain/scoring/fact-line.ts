import { ratedAs } from './indicator-line.ts';
import type { FactItem, RuleSetDocument } from './rule-set-document.ts';
import {
  circumstances,
  rounded,
  type FactCount,
  type Factor,
  type Remark,
  type ScoreBasis,
  type ScoreLine,
} from './score.ts';

/** 事实项: what confirmed failures cost. */
export const factLines = (rules: RuleSetDocument, basis: ScoreBasis): readonly ScoreLine[] =>
  basis.facts.filter(({ count }) => count > 0).map((fact) => factLine(rules, basis, fact));

/** Units with more to do are met by more chances to fail: a fact weighs less there. */
export const exposureOf = ({ exposure }: RuleSetDocument, dueDeadlines: number): number =>
  dueDeadlines <= 0 ? exposure.max : Math.min(exposure.max, Math.max(exposure.min, exposure.reference / dueDeadlines));

export const factItemOf = ({ factItems }: RuleSetDocument, kind: string): FactItem | null =>
  factItems.find(({ fact }) => fact === kind) ?? null;

function factLine(rules: RuleSetDocument, basis: ScoreBasis, fact: FactCount): ScoreLine {
  const item = factItemOf(rules, fact.kind);
  const remark = remarkOn(rules, basis, fact.kind);
  if (!item || remark) return line(fact, { remark: remark ?? 'NOT_SCORED' });

  const factors = factorsOf(rules, item, fact);
  const product = Math.min(
    rules.factors.maxProduct,
    factors.reduce((sum, { value }) => sum * value, 1),
  );
  const exposure = hasFullExposure(rules, item) ? 1 : exposureOf(rules, basis.dueDeadlines);
  return line(fact, {
    factors: [...factors, { name: 'exposure', value: rounded(exposure) }],
    points: rounded(-item.points * product * exposure * fact.count),
  });
}

function remarkOn(rules: RuleSetDocument, basis: ScoreBasis, kind: string): Remark | null {
  if (rules.unscoredFacts.includes(kind)) return 'NOT_SCORED';
  if (rules.scoredOnlyThroughIndicators.includes(kind)) return 'SCORED_BY_INDICATOR';
  const indicator = rules.scoredByIndicatorWhenRated[kind];
  return indicator !== undefined && ratedAs({ indicator }, basis) ? 'SCORED_BY_INDICATOR' : null;
}

/** What is serious never weighs less, whatever was done afterwards. */
const factorsOf = ({ factors }: RuleSetDocument, { severity }: FactItem, fact: FactCount): readonly Factor[] =>
  circumstances
    .filter((name) => fact.circumstances.includes(name))
    .map((name) => ({ name, value: factors[name] }))
    .filter(({ value }) => value >= 1 || !factors.belowOneNeverFor.includes(severity));

/** Hiding is never cheaper than honest lateness. */
const hasFullExposure = ({ exposure, integrityFacts }: RuleSetDocument, { fact, severity }: FactItem): boolean =>
  (severity === 'SERIOUS' && exposure.fullFor.includes('SERIOUS')) ||
  (integrityFacts.includes(fact) && exposure.fullFor.includes('INTEGRITY'));

const line = (fact: FactCount, read: Partial<ScoreLine>): ScoreLine => ({
  kind: 'FACT',
  item: fact.kind,
  count: fact.count,
  value: null,
  isForgiven: false,
  band: null,
  factors: [],
  points: 0,
  remark: null,
  ...read,
});
