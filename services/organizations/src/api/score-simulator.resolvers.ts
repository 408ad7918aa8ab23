import { graphError } from '@onevisit/subgraph';
import { simulateScore } from '../app/rule-set/simulate-score.ts';
import { circumstances, type ScoreBasis } from '../domain/scoring/score.ts';
import type { QueryResolvers, ScoreSimulatorInput } from './generated.ts';
import { simulatorFault } from './score-simulator.errors.ts';

export const scoreSimulatorQueries = {
  scoreSimulator: async (_, { input }, operation) => {
    const { ruleSetVersion } = input;
    const { score, fault } = await simulateScore(operation, { ruleSetVersion, basis: basisOf(input) });
    if (!score) throw graphError('BAD_USER_INPUT', simulatorFault(fault.code, fault.place));
    return { ...score, ruleSetVersion };
  },
} satisfies Partial<QueryResolvers>;

const basisOf = ({ dueDeadlines, indicators, facts, credits }: ScoreSimulatorInput): ScoreBasis => ({
  dueDeadlines,
  indicators,
  facts: facts.map(({ kind, count, ...given }) => ({
    kind,
    count,
    circumstances: circumstances.filter((name) => given[name]),
  })),
  credits,
  // What came before, and what is still overdue, is not simulated.
  yellowQuartersBefore: 0,
  overdueOver30d: 0,
});
