import { metric, type ProjectRow } from './project-row.ts';

/** 重点创新. */
export const flagships: readonly ProjectRow[] = [
  {
    code: 'IP-ONEVISIT',
    title: '最多访一次',
    problemCode: 'A',
    hypothesis: '一次性告知材料、首办单位负责到底，群众为同一件事当面来访不超过一次',
    owner: '990100-LETT',
    metric: metric('K08', 0.9, 'K12', 'K16'),
    campaignCode: 'CP-FIRST',
    pilotCodes: ['990102-LETT', '990103-LETT'],
    comparisonCodes: ['990181-LETT', '990124-LETT'],
    stage: 'PILOT',
  },
  {
    code: 'IP-LINK',
    title: '部门联动响应体系',
    problemCode: 'C',
    hypothesis: '牵头单位呼叫、有关部门限时到场，跨部门事项办得更快',
    owner: '990100-LETT',
    metric: metric('K19', 0.95, 'K05'),
    pilotCodes: ['990102-LETT', '990181-LETT'],
    comparisonCodes: ['990103-LETT', '990121-LETT'],
    stage: 'PILOT',
  },
];
