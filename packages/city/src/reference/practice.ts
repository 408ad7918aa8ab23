/** 经验做法: a way of working that proved itself somewhere. */
export type Practice = Readonly<{
  code: string;
  title: string;
  /** 首创单位. */
  organizationCode: string;
  problem: string;
  steps: readonly string[];
  /** Codes of matters (`A2`) or of whole branches (`A`). */
  appliesTo: readonly string[];
  prerequisites: readonly string[];
}>;

export const practices: readonly Practice[] = [
  {
    code: 'PR-WEEKLY',
    title: '平安周例会',
    organizationCode: '990181-LETT',
    problem: '一件事涉及几个部门时，各办各的，群众要跑几处，时限到了才发现无人牵头',
    steps: [
      '每周固定半天，由信访局召集有关部门和镇街',
      '逐件过七日内到期和已经超期的事项，当场明确牵头单位和完成日期',
      '需要协调的当场会商，形成有责任单位、有期限的决定',
      '下一周先核对上周决定的完成情况，再议新的事项',
    ],
    appliesTo: ['A', 'B', 'C', 'D', 'H', 'N'],
    prerequisites: ['部门有能当场拍板的负责人参会', '会前三日列出到期清单', '决定录入系统并可查询'],
  },
  {
    code: 'PR-HARMONY',
    title: '“和为贵”调解室',
    organizationCode: '990124-LETT',
    problem: '邻里、劳务、土地等小额争议久拖不决，当事人既不愿诉讼，也找不到能坐下来谈的地方',
    steps: [
      '告知双方调解自愿，任何一方可以随时退出，不影响事项按期办理',
      '双方书面同意后，由两名调解员在调解室主持',
      '达成协议的写明履行内容和期限，不得约定放弃反映问题的权利',
      '需要的协助申请司法确认；达不成的告知其他法定途径',
      '履行后六个月回访一次',
    ],
    appliesTo: ['A2', 'A5', 'B3', 'C3', 'D1', 'G1', 'J1'],
    prerequisites: ['至少两名经过培训的调解员', '独立的房间', '法律顾问可以随时咨询'],
  },
];

export const practiceByCode: ReadonlyMap<string, Practice> = new Map(
  practices.map((practice) => [practice.code, practice]),
);
