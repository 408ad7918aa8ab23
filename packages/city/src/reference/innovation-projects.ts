import type { InnovationProject } from './innovation-project.ts';
import { brands } from './projects/brands.ts';
import { flagships } from './projects/flagships.ts';
import { grassroots } from './projects/grassroots.ts';
import { highlights } from './projects/highlights.ts';
import type { ProjectRow } from './projects/project-row.ts';
import { staffOf } from './staff-list.ts';

const made =
  (kind: InnovationProject['kind'], prefix: string) =>
  ({ owner, metric: main, code, campaignCode, ...row }: ProjectRow, at: number): InnovationProject => ({
    ...row,
    code: code ?? `${prefix}-${String(at + 1).padStart(2, '0')}`,
    kind,
    organizationCode: owner,
    leadCode: staffOf(owner)[0]?.code ?? `${owner}/1`,
    campaignCode: campaignCode ?? null,
    metrics: [main],
  });

/** 26 projects: 2 重点创新, 5 品牌工作, 7 亮点工作, 12 基层首创. */
export const innovationProjects: readonly InnovationProject[] = [
  ...flagships.map(made('FLAGSHIP', 'IP-F')),
  ...brands.map(made('BRAND', 'IP-B')),
  ...highlights.map(made('HIGHLIGHT', 'IP-H')),
  ...grassroots.map(made('GRASSROOTS', 'IP-G')),
];

export const innovationProjectByCode: ReadonlyMap<string, InnovationProject> = new Map(
  innovationProjects.map((project) => [project.code, project]),
);
