import type { Circumstance } from './scoring/score.ts';

/** 过错程度 of a confirmed service failure, the slightest first. */
export const severities = ['MINOR', 'MAJOR', 'SERIOUS'] as const;

export type Severity = (typeof severities)[number];

/**
 * 单位事实: what an organization did or left undone, as another subgraph has told it. Indicators and scores rest on
 * these. It holds ids, codes and times; never a text, never a person.
 */
export type UnitFact = Readonly<{
  /** Id of the service failure, or of the deadline. */
  id: string;
  source: 'SERVICE_FAILURE' | 'DEADLINE_BREACH';
  /** Kind of the failure, or of the deadline. */
  kind: string;
  /** Null of a deadline: the failure that its lapse makes is a fact of its own. */
  severity: Severity | null;
  organizationId: string;
  caseId: string;
  deadlineId: string | null;
  occurredAt: Date;
  /** 从轻从重情形, as they were confirmed. */
  circumstances: readonly Circumstance[];
  recordedAt: Date;
}>;

export const isSeverity = (value: unknown): value is Severity => severities.some((severity) => severity === value);
