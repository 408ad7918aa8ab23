import { branchOf } from './issue-type.ts';
import { isInForce, type Validity } from './validity.ts';

/** 职责: an organization answers for an issue type, at either level, in an area and all below it. */
export type Competence = Validity &
  Readonly<{
    id: string;
    version: number;
    organizationId: string;
    issueTypeCode: string;
    areaCode: string;
    legalBasis: string;
    priority: number;
  }>;

/** The matter that a competent organization is sought for. */
export type Matter = Readonly<{
  issueTypeCode: string;
  /** Codes of the areas from the top down to the one where the matter lies. */
  areaPath: readonly string[];
  day: string;
}>;

export type CompetenceMatch = Readonly<{
  competence: Competence;
  /** 职责冲突: another match is of exactly the same degree. */
  isConflicting: boolean;
}>;

/** Whether the competence covers the matter. */
export const isMatching = (competence: Competence, { issueTypeCode, areaPath, day }: Matter): boolean =>
  [issueTypeCode, branchOf(issueTypeCode)].includes(competence.issueTypeCode) &&
  areaPath.includes(competence.areaCode) &&
  isInForce(competence, day);

/**
 * All that cover the matter: those for its own type before those for the whole branch, nearer areas before farther ones,
 * lower priority numbers first. What is equal in all three is a conflict, and shown as one.
 */
export function matchesOf(matter: Matter, competences: readonly Competence[]): readonly CompetenceMatch[] {
  const covering = competences.filter((competence) => isMatching(competence, matter));
  const ordered = covering.toSorted((a, b) => degreeOrder(matter, a, b) || (a.id < b.id ? -1 : 1));
  return ordered.map((competence) => ({
    competence,
    isConflicting: ordered.some((other) => other !== competence && degreeOrder(matter, other, competence) === 0),
  }));
}

/** Negative where `a` goes before `b`, zero where both are of the same degree. */
const degreeOrder = (matter: Matter, a: Competence, b: Competence): number =>
  speciality(matter, b) - speciality(matter, a) || nearness(matter, b) - nearness(matter, a) || a.priority - b.priority;

const speciality = ({ issueTypeCode }: Matter, competence: Competence): number =>
  competence.issueTypeCode === issueTypeCode ? 1 : 0;

const nearness = ({ areaPath }: Matter, competence: Competence): number => areaPath.indexOf(competence.areaCode);
