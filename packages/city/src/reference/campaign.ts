/** 攻坚战. */
export type Campaign = Readonly<{
  code: string;
  /** 正式名称, as the bureau calls it. */
  officialName: string;
  /** 工作名称: what it does, in plain words. */
  workingName: string;
  purpose: string;
  /** 公开承诺. */
  publicPledge: string;
  /** YYYY-MM-DD. */
  startsOn: string;
  endsOn: string | null;
  state: 'PLANNED' | 'ACTIVE' | 'REVIEW' | 'CLOSED';
  taskForceCodes: readonly string[];
  /** 主要指标; none where the award itself is what counts. */
  indicatorCodes: readonly string[];
}>;

const ofTheYear = { startsOn: '2026-01-01', endsOn: '2026-12-31', state: 'ACTIVE' } as const;

/** 攻坚战. Only CP-BACKLOG and CP-HEALTH ever tag a case; the others read aggregates. */
export const campaigns: readonly Campaign[] = [
  {
    code: 'CP-HEALTH',
    officialName: '疫情防控服务保障',
    workingName: '公共卫生服务直通',
    purpose: '公共卫生类信访事项走专门服务通道，按时告知、及时办理',
    publicPledge: '公共卫生类事项十五日内书面告知去向和程序',
    taskForceCodes: ['TF-INFO'],
    indicatorCodes: ['K02'],
    ...ofTheYear,
  },
  {
    code: 'CP-FIRST',
    officialName: '进京访降量退位',
    workingName: '首办质量攻坚',
    purpose: '把第一次办理办好：听取陈述、依据充分、执行到位；上行信访只作为查找服务缺口的线索',
    publicPledge: '首次办理听取本人陈述，答复写明依据，说到做到',
    taskForceCodes: ['TF-INFO'],
    indicatorCodes: ['K09', 'K07'],
    ...ofTheYear,
  },
  {
    code: 'CP-BACKLOG',
    officialName: '信访积案清仓见底',
    workingName: '积案化解',
    purpose: '把拖了一年以上的事项逐件办结，由第三方核实，听取本人意见',
    publicPledge: '每件积案都有责任单位、化解方案和完成时限，结果可查询',
    taskForceCodes: ['TF-BACKLOG'],
    indicatorCodes: ['K15'],
    ...ofTheYear,
  },
  {
    code: 'CP-TOWN',
    officialName: '“零上访”镇村创建',
    workingName: '事项清零镇街',
    purpose: '镇街没有逾期未办、没有该执行未执行的事项；登记多少不是标准',
    publicPledge: '登记的事项件件有着落，不因创建少登一件',
    taskForceCodes: ['TF-TOWN'],
    indicatorCodes: [],
    ...ofTheYear,
  },
  {
    code: 'CP-BASE',
    officialName: '夯实信访基层基础',
    workingName: '窗口与队伍建设',
    purpose: '窗口达标、人员培训、调解室就近可达',
    publicPledge: '每个县市区都有达标窗口，接待人员持证上岗',
    taskForceCodes: ['TF-TOWN'],
    indicatorCodes: ['K11'],
    ...ofTheYear,
  },
  {
    code: 'CP-EVENT',
    officialName: '重大活动维稳',
    workingName: '重大活动期间服务保障',
    purpose: '重大活动期间延长接待时间、安排值班、快办急事',
    publicPledge: '活动期间窗口照常开放，急事当日联系',
    taskForceCodes: ['TF-INFO'],
    indicatorCodes: ['K01'],
    ...ofTheYear,
  },
  {
    code: 'CP-INNOV',
    officialName: '创新创优',
    workingName: '做法要经得起检验',
    purpose: '创新项目先定指标和对照，再试点、评估、推广',
    publicPledge: '试点结果无论好坏都公布',
    taskForceCodes: ['TF-INNOV'],
    indicatorCodes: [],
    ...ofTheYear,
  },
];

export const campaignByCode: ReadonlyMap<string, Campaign> = new Map(
  campaigns.map((campaign) => [campaign.code, campaign]),
);
