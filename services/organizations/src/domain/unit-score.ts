import type { PeerGroup } from './organization.ts';
import type { Period } from './period.ts';
import type { RuleSetDocument } from './scoring/rule-set-document.ts';
import type { Circumstance, Score, ScoreBasis, ScoreLevel, ScoreLine } from './scoring/score.ts';
import { scored } from './scoring/scored.ts';
import type { IndicatorValue } from './indicator-value.ts';
import type { UnitFact } from './unit-fact.ts';

/** A fact in the basis of a score, by the id under which the ledger keeps it. */
export type CitedFact = Readonly<{ id: string; kind: string; circumstances: readonly Circumstance[] }>;

/** What the score of a unit rests on, with the facts by name: whoever has it can score it again. */
export type CitedBasis = Omit<ScoreBasis, 'facts'> & Readonly<{ facts: readonly CitedFact[] }>;

/** 单位得分 of a quarter, as it was drawn up. It is never changed; what is overturned no longer counts. */
export type UnitScore = Readonly<{
  id: string;
  organizationId: string;
  quarter: Period;
  peerGroup: PeerGroup;
  ruleSetId: string;
  basis: CitedBasis;
  total: number;
  level: ScoreLevel;
  /** SHA-256 over unit, quarter, rules, basis and lines. */
  contentHash: string;
  scoredAt: Date;
  /** From here on nobody can appeal any more. */
  appealUntil: Date;
}>;

type Ledgers = Readonly<{
  peerGroup: PeerGroup;
  values: readonly IndicatorValue[];
  facts: readonly UnitFact[];
  yellowQuartersBefore: number;
}>;

/** 超期三十日以上未办结: told like an indicator, at the end of a quarter. */
const overdueCode = 'OVERDUE30';

/** 市信访局 answers for what it does for the others, and not for what they do. */
const indicatorsOfCityBureau = ['K01', 'K18', 'K22', 'K25', 'K26'];

/** What the ledgers say of a unit in a quarter. */
export function basisOf({ peerGroup, values, facts, yellowQuartersBefore }: Ledgers): CitedBasis {
  const counted =
    peerGroup === 'CITY_BUREAU' ? values.filter(({ code }) => indicatorsOfCityBureau.includes(code)) : values;
  return {
    // First-round admission notices and handling terms are what K02 and K03 are taken of.
    dueDeadlines: denominatorOf(values, 'K02') + denominatorOf(values, 'K03'),
    indicators: counted
      .filter(({ code }) => code !== overdueCode)
      .map(({ code, numerator, denominator }) => ({ code, numerator, denominator })),
    facts: facts
      .filter(({ source }) => source === 'SERVICE_FAILURE')
      .map(({ id, kind, circumstances }) => ({ id, kind, circumstances })),
    credits: [],
    yellowQuartersBefore,
    overdueOver30d: numeratorOf(values, overdueCode),
  };
}

/** The score of a basis, with a line for each fact; what was overturned is left out. */
export function scoredFrom(rules: RuleSetDocument, basis: CitedBasis, overturned: readonly Overturned[] = []): Score {
  const isOverturned = (fact: CitedFact) => overturned.some(({ factId }) => factId === fact.id);
  const score = scored(rules, {
    ...basis,
    facts: basis.facts.filter((fact) => !isOverturned(fact)).map((fact) => ({ ...fact, count: 1 })),
    overturnedIndicators: overturned.flatMap(({ factId, item }) => (factId === null ? item : [])),
  });
  return score;
}

/** An entry that a panel has taken back. */
export type Overturned = Readonly<{ item: string; factId: string | null }>;

/** 计分记录: an item of a score that can be appealed. */
export type ScoreEntry = Readonly<{
  id: string;
  unitScoreId: string;
  organizationId: string;
  item: string;
  /** The fact that it rests on; null of an indicator or a credit. */
  factId: string | null;
  line: ScoreLine;
  points: number;
}>;

/** The lines of a score with the facts that they rest on: facts keep their order. */
export function citedLines(
  score: Score,
  { facts }: CitedBasis,
): readonly Readonly<{ line: ScoreLine; factId: string | null }>[] {
  const waiting = [...facts];
  return score.lines.map((line) => ({
    line,
    factId: line.kind === 'FACT' ? (waiting.shift()?.id ?? null) : null,
  }));
}

const denominatorOf = (values: readonly IndicatorValue[], code: string): number =>
  values.find((value) => value.code === code)?.denominator ?? 0;

const numeratorOf = (values: readonly IndicatorValue[], code: string): number =>
  values.find((value) => value.code === code)?.numerator ?? 0;
