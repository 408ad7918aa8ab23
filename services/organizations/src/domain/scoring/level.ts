import type { Severity } from '../unit-fact.ts';
import { factItemOf } from './fact-line.ts';
import { ratedAs } from './indicator-line.ts';
import type { Condition, RaisedLevel, RuleSetDocument } from './rule-set-document.ts';
import type { ScoreBasis, ScoreLevel } from './score.ts';

type Reading = Readonly<{ rules: RuleSetDocument; basis: ScoreBasis; total: number }>;

/** 预警等级 of a total, with the places of all conditions that are met. */
export function levelOf(reading: Reading): Readonly<{ level: ScoreLevel; triggers: readonly string[] }> {
  const yellow = triggersOf(reading, 'YELLOW', 0);
  const yellowInARow = yellow.length > 0 ? reading.basis.yellowQuartersBefore + 1 : 0;
  const red = triggersOf(reading, 'RED', yellowInARow);
  return { level: red.length > 0 ? 'RED' : yellow.length > 0 ? 'YELLOW' : 'GREEN', triggers: [...yellow, ...red] };
}

const triggersOf = (reading: Reading, level: RaisedLevel, yellowInARow: number): readonly string[] =>
  reading.rules.warningRules.flatMap((rule, ruleIndex) =>
    rule.level === level
      ? rule.any.flatMap((condition, index) =>
          isMet(reading, condition, yellowInARow) ? `warningRules[${ruleIndex}].any[${index}]` : [],
        )
      : [],
  );

/** The closed set of operators. A condition that is none of them does not compile, and is refused before it is published. */
function isMet({ rules, basis, total }: Reading, condition: Condition, yellowInARow: number): boolean {
  if ('scoreBelow' in condition) return total < condition.scoreBelow;
  if ('yellowConsecutive' in condition) return yellowInARow >= condition.yellowConsecutive;
  if ('overdueOver30d' in condition) return basis.overdueOver30d >= condition.overdueOver30d.gte;
  if ('factCount' in condition) return factsOf(rules, basis, condition.factCount.severity) >= condition.gte;
  if ('fact' in condition) return factsOf(rules, basis, condition.fact.severity) >= condition.gte;
  if (basis.overturnedIndicators?.includes(condition.indicator)) return false;
  const rated = ratedAs(condition, basis);
  return rated !== null && rated.count.denominator >= condition.minN && rated.value < condition.below;
}

/** How many facts of a severity there are, whether they cost points or stand behind an indicator. */
const factsOf = (rules: RuleSetDocument, { facts }: ScoreBasis, severity: Severity): number =>
  facts.reduce((sum, { kind, count }) => sum + (factItemOf(rules, kind)?.severity === severity ? count : 0), 0);
