import type { InnovationProject } from './innovation-project.ts';
import { staffOf } from './staff-list.ts';

type Metric = InnovationProject['metrics'][number];

type Row = Omit<InnovationProject, 'code' | 'kind' | 'organizationCode' | 'leadCode' | 'metrics' | 'campaignCode'> &
  Readonly<{ owner: string; metric: Metric; campaignCode?: string; code?: string }>;

const metric = (indicatorCode: string, target: number, ...guardrails: readonly string[]): Metric => ({
  indicatorCode,
  target,
  guardrails,
});

const flagships: readonly Row[] = [
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

const brands: readonly Row[] = [
  {
    title: '“和为贵”调解品牌',
    problemCode: 'D1',
    hypothesis: '就近、自愿、有协议的调解比一般办理更少反复',
    owner: '990124-LETT',
    metric: metric('K20', 0.85, 'K03'),
    pilotCodes: ['990124001-LETT', '990124002-LETT'],
    comparisonCodes: ['990124003-LETT', '990124004-LETT'],
    stage: 'PILOT',
  },
  {
    title: '平安周例会品牌',
    problemCode: 'H',
    hypothesis: '每周过一遍到期清单，超期事项明显减少',
    owner: '990181-LETT',
    metric: metric('K03', 0.98, 'K12'),
    campaignCode: 'CP-BACKLOG',
    pilotCodes: ['990181-LETT'],
    comparisonCodes: ['990122-LETT'],
    stage: 'PILOT',
  },
  {
    title: '农民工工资快办窗口',
    problemCode: 'A2',
    hypothesis: '人社、住建在一个窗口同时受理，欠薪事项一次说清、十日内见面',
    owner: '990103-LETT',
    metric: metric('K02', 0.98, 'K13'),
    pilotCodes: ['990103-HRSS'],
    comparisonCodes: ['990102-HRSS'],
    stage: 'PILOT',
  },
  {
    title: '群众满意窗口示范线',
    problemCode: 'M1',
    hypothesis: '统一一次性告知和引导服务，窗口少跑一趟',
    owner: '990102-LETT',
    metric: metric('K08', 0.92, 'K12'),
    campaignCode: 'CP-BASE',
    pilotCodes: ['990102001-LETT', '990102002-LETT'],
    comparisonCodes: ['990102003-LETT', '990102004-LETT'],
    stage: 'APPROVED',
  },
  {
    title: '积案一案一册',
    problemCode: 'M4',
    hypothesis: '每件积案有方案、有期限、有核实，化解更稳',
    owner: '990123-LETT',
    metric: metric('K15', 0.6, 'K14'),
    campaignCode: 'CP-BACKLOG',
    pilotCodes: ['990123-LETT'],
    comparisonCodes: ['990122-LETT'],
    stage: 'PILOT',
  },
];

const highlights: readonly Row[] = [
  {
    title: '答复书白话版',
    problemCode: 'B1',
    hypothesis: '答复附一页白话说明，看不懂而申请复查的减少',
    owner: '990171-LETT',
    metric: metric('K13', 0.1, 'K06'),
    campaignCode: 'CP-FIRST',
    pilotCodes: ['990171-NRES'],
    comparisonCodes: ['990121-NRES'],
    stage: 'PILOT',
  },
  {
    title: '公共卫生事项直通车',
    problemCode: 'G4',
    hypothesis: '专人接收、当日转送，告知更及时',
    owner: '990100-HLTH',
    metric: metric('K02', 0.98, 'K12'),
    campaignCode: 'CP-HEALTH',
    pilotCodes: ['990102-HLTH', '990123-HLTH'],
    comparisonCodes: ['990103-HLTH', '990124-HLTH'],
    stage: 'PILOT',
  },
  {
    title: '逾期交付项目一楼一策',
    problemCode: 'C1',
    hypothesis: '按楼盘公布进度和节点，同类事项一次说清',
    owner: '990171-LETT',
    metric: metric('K09', 0.8, 'K14'),
    pilotCodes: ['990171-HOUS'],
    comparisonCodes: ['990102-HOUS'],
    stage: 'APPROVED',
  },
  {
    title: '夜间施工噪声联合处置',
    problemCode: 'E1',
    hypothesis: '生态、住建、城管、公安同一份值班表，当夜到场',
    owner: '990103-LETT',
    metric: metric('K19', 0.9, 'K05'),
    pilotCodes: ['990103-ECOL'],
    comparisonCodes: ['990102-ECOL'],
    stage: 'PILOT',
  },
  {
    title: '供热季前排查',
    problemCode: 'N2',
    hypothesis: '供热前一个月入户查管网，冬季来件减少且更快办结',
    owner: '990181-LETT',
    metric: metric('K03', 0.98, 'K12'),
    pilotCodes: ['990181-UMGT'],
    comparisonCodes: ['990102-UMGT'],
    stage: 'APPROVED',
  },
  {
    title: '入学政策提前讲',
    problemCode: 'F1',
    hypothesis: '招生前两个月在学区公布学位余量和规则，咨询少跑路',
    owner: '990102-LETT',
    metric: metric('K08', 0.9, 'K12'),
    pilotCodes: ['990102-EDUC'],
    comparisonCodes: ['990103-EDUC'],
    stage: 'PILOT',
  },
  {
    title: '执行到位回访',
    problemCode: 'B',
    hypothesis: '支持的请求到期前十日由第三方回访，执行更及时',
    owner: '990100-LETT-SUPERVISION',
    metric: metric('K14', 0.95, 'K12'),
    campaignCode: 'CP-FIRST',
    pilotCodes: ['990121-LETT', '990122-LETT'],
    comparisonCodes: ['990123-LETT', '990124-LETT'],
    stage: 'PROPOSED',
  },
];

const offices = (pilot: string, comparison: string) =>
  ({ pilotCodes: [`${pilot}-LETT`], comparisonCodes: [`${comparison}-LETT`] }) as const;

const grassroots: readonly Row[] = [
  {
    title: '渔港夜间接访',
    problemCode: 'D2',
    hypothesis: '船回港后的晚上接访，渔民不误工',
    owner: '990121001-LETT',
    metric: metric('K08', 0.9, 'K12'),
    ...offices('990121001', '990121002'),
    stage: 'PILOT',
  },
  {
    title: '赶集日办理点',
    problemCode: 'D',
    hypothesis: '集日在集上受理，老人不用进城',
    owner: '990122001-LETT',
    metric: metric('K08', 0.9, 'K12'),
    ...offices('990122001', '990122002'),
    stage: 'PILOT',
  },
  {
    title: '林权争议现场会商',
    problemCode: 'D6',
    hypothesis: '到山上对着图纸一起看，争议少反复',
    owner: '990122005-LETT',
    metric: metric('K09', 0.8, 'K13'),
    ...offices('990122005', '990122006'),
    stage: 'APPROVED',
  },
  {
    title: '土地流转合同代读',
    problemCode: 'D1',
    hypothesis: '签约前逐条读懂，事后争议减少',
    owner: '990124005-LETT',
    metric: metric('K09', 0.85, 'K12'),
    ...offices('990124005', '990124006'),
    stage: 'PILOT',
  },
  {
    title: '补贴到户一张表',
    problemCode: 'D2',
    hypothesis: '补贴项目、面积、金额上墙，一看就明白',
    owner: '990124003-LETT',
    metric: metric('K02', 0.98, 'K12'),
    campaignCode: 'CP-TOWN',
    ...offices('990124003', '990124004'),
    stage: 'PILOT',
  },
  {
    title: '湿地搬迁户结对联系',
    problemCode: 'B1',
    hypothesis: '每户有一名固定联系人，问题不过夜',
    owner: '990123003-LETT',
    metric: metric('K07', 0.95, 'K12'),
    ...offices('990123003', '990123004'),
    stage: 'PROPOSED',
  },
  {
    title: '物业账目开放日',
    problemCode: 'C3',
    hypothesis: '每季度晒账本，物业类反复减少',
    owner: '990102005-LETT',
    metric: metric('K09', 0.8, 'K12'),
    ...offices('990102005', '990102006'),
    stage: 'PILOT',
  },
  {
    title: '老旧小区加装电梯议事',
    problemCode: 'C5',
    hypothesis: '先议事后施工，同意和反对都有记录',
    owner: '990102001-LETT',
    metric: metric('K09', 0.75, 'K05'),
    ...offices('990102001', '990102002'),
    stage: 'APPROVED',
  },
  {
    title: '园区欠薪红黄牌',
    problemCode: 'A1',
    hypothesis: '按月核对工资发放，苗头问题早解决',
    owner: '990103003-LETT',
    metric: metric('K03', 0.98, 'K14'),
    ...offices('990103003', '990103004'),
    stage: 'PILOT',
  },
  {
    title: '小作坊异味协商',
    problemCode: 'E2',
    hypothesis: '居民、业主、环保三方约定整改，复发减少',
    owner: '990181002-LETT',
    metric: metric('K10', 0.15, 'K05'),
    ...offices('990181002', '990181003'),
    stage: 'PROPOSED',
  },
  {
    title: '预付卡风险告示',
    problemCode: 'J2',
    hypothesis: '门店贴预付卡备案二维码，受损人数减少',
    owner: '990181001-LETT',
    metric: metric('K09', 0.8, 'K12'),
    ...offices('990181001', '990181004'),
    stage: 'PILOT',
  },
  {
    title: '回迁房进度公告栏',
    problemCode: 'C4',
    hypothesis: '每月公布回迁进度，重复反映减少',
    owner: '990171001-LETT',
    metric: metric('K10', 0.15, 'K12'),
    campaignCode: 'CP-TOWN',
    ...offices('990171001', '990171002'),
    stage: 'PILOT',
  },
];

const made =
  (kind: InnovationProject['kind'], prefix: string) =>
  ({ owner, metric: main, code, campaignCode, ...row }: Row, at: number): InnovationProject => ({
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
