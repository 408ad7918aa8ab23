import type { RuleSetDocument } from './rule-set-document.ts';
import type { FactCount, IndicatorCount, ScoreBasis } from './score.ts';
import { serviceFailureKinds } from './service-failure-kind.ts';

export type BasisFaultCode =
  | 'COUNT_INVALID'
  | 'UNKNOWN_INDICATOR'
  | 'INDICATOR_TWICE'
  | 'UNKNOWN_FACT'
  | 'CONTRADICTORY_CIRCUMSTANCES'
  | 'UNKNOWN_EVENT'
  | 'TOO_MANY_ITEMS';

export type BasisFault = Readonly<{ code: BasisFaultCode; place: string }>;

const mostItems = 100;

/** The first figure that no unit can have under these rules; null where all can be. */
export function basisFault(rules: RuleSetDocument, basis: ScoreBasis): BasisFault | null {
  const { indicators, facts, credits } = basis;
  if (Math.max(indicators.length, facts.length, credits.length) > mostItems) return at('TOO_MANY_ITEMS', 'input');
  if (basis.dueDeadlines < 0) return at('COUNT_INVALID', 'dueDeadlines');
  const faults = [
    ...indicators.map((count, index) => indicatorFault(rules, count, index, indicators)),
    ...facts.map(factFault),
    ...credits.map(({ event, count }, index) => {
      if (!rules.credits.some((item) => item.event === event)) return at('UNKNOWN_EVENT', `credits[${index}].event`);
      return count < 0 ? at('COUNT_INVALID', `credits[${index}].count`) : null;
    }),
  ];
  return faults.find((fault) => fault !== null) ?? null;
}

function indicatorFault(
  { indicatorItems }: RuleSetDocument,
  { code, numerator, denominator }: IndicatorCount,
  index: number,
  all: readonly IndicatorCount[],
): BasisFault | null {
  const place = `indicators[${index}]`;
  if (!indicatorItems.some(({ indicator }) => indicator === code)) return at('UNKNOWN_INDICATOR', `${place}.code`);
  if (all.findIndex((other) => other.code === code) < index) return at('INDICATOR_TWICE', `${place}.code`);
  if (denominator < 0) return at('COUNT_INVALID', `${place}.denominator`);
  return numerator < 0 || numerator > denominator ? at('COUNT_INVALID', `${place}.numerator`) : null;
}

function factFault({ kind, count, circumstances }: FactCount, index: number): BasisFault | null {
  const place = `facts[${index}]`;
  if (!serviceFailureKinds.some((known) => known === kind)) return at('UNKNOWN_FACT', `${place}.kind`);
  if (count < 0) return at('COUNT_INVALID', `${place}.count`);
  const isRemedied = circumstances.includes('remediedWithin10wdOfConfirmation');
  return isRemedied && circumstances.includes('unremediedOver15wdOfConfirmation')
    ? at('CONTRADICTORY_CIRCUMSTANCES', place)
    : null;
}

const at = (code: BasisFaultCode, place: string): BasisFault => ({ code, place });
