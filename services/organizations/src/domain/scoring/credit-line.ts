import { factItemOf } from './fact-line.ts';
import type { RuleSetDocument } from './rule-set-document.ts';
import { rounded, type CreditCount, type ScoreBasis, type ScoreLine } from './score.ts';

/** 加分项: what indicators and events earn; nothing in a quarter with a serious or an integrity fact. */
export function creditLines(rules: RuleSetDocument, basis: ScoreBasis, earned: readonly ScoreLine[]) {
  const lines = [...earned, ...eventLines(rules, basis.credits)];
  return hasForfeited(rules, basis)
    ? lines.map((line): ScoreLine => ({ ...line, points: 0, remark: 'NO_CREDIT_BESIDE_SERIOUS_FACT' }))
    : lines;
}

const hasForfeited = (rules: RuleSetDocument, { facts }: ScoreBasis): boolean =>
  facts.some(
    ({ kind, count }) =>
      count > 0 && (rules.integrityFacts.includes(kind) || factItemOf(rules, kind)?.severity === 'SERIOUS'),
  );

const eventLines = ({ credits }: RuleSetDocument, counts: readonly CreditCount[]): readonly ScoreLine[] =>
  credits.flatMap(({ event, points, max }) => {
    const count = counts.reduce((sum, given) => sum + (given.event === event ? given.count : 0), 0);
    if (count <= 0) return [];
    return {
      kind: 'CREDIT',
      item: event,
      count,
      value: null,
      isForgiven: false,
      band: null,
      factors: [],
      points: rounded(Math.min(max, points * count)),
      remark: null,
    };
  });
