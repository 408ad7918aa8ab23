import { creditLines } from './credit-line.ts';
import { exposureOf, factLines } from './fact-line.ts';
import { indicatorLines } from './indicator-line.ts';
import { levelOf } from './level.ts';
import type { RuleSetDocument } from './rule-set-document.ts';
import { rounded, sumOf, type Score, type ScoreBasis } from './score.ts';

/** 计分: the score of a unit in a quarter, by these rules and from this basis alone; the same each time. */
export function scored(rules: RuleSetDocument, basis: ScoreBasis): Score {
  const indicators = indicatorLines(rules, basis);
  const facts = factLines(rules, basis);
  const earned = creditLines(rules, basis, indicators.credits);
  const demerits = rounded(-sumOf([...indicators.demerits, ...facts]));
  const credits = Math.min(rules.creditCap, sumOf(earned));
  const total = rounded(rules.base - demerits + credits);
  return {
    base: rules.base,
    exposure: rounded(exposureOf(rules, basis.dueDeadlines)),
    demerits,
    credits,
    total,
    ...levelOf({ rules, basis, total }),
    lines: [...indicators.demerits, ...facts, ...earned],
  };
}
