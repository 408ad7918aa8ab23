import type { InnovationProject } from '../innovation-project.ts';

type Metric = InnovationProject['metrics'][number];

/** A project of one kind; its number follows from its place, its lead leads its owner. */
export type ProjectRow = Omit<
  InnovationProject,
  'code' | 'kind' | 'organizationCode' | 'leadCode' | 'metrics' | 'campaignCode'
> &
  Readonly<{ owner: string; metric: Metric; campaignCode?: string; code?: string }>;

/** What a project is to change, and what must not become worse. */
export const metric = (indicatorCode: string, target: number, ...guardrails: readonly string[]): Metric => ({
  indicatorCode,
  target,
  guardrails,
});
