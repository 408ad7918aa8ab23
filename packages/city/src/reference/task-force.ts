/** 专班. */
export type TaskForce = Readonly<{
  code: string;
  name: string;
  mandate: string;
  leadCode: string;
  sections: readonly Readonly<{ name: string; duty: string }>[];
  /** YYYY-MM-DD. */
  startsOn: string;
  endsOn: string | null;
  state: 'FORMING' | 'ACTIVE' | 'CLOSING' | 'CLOSED';
}>;

const sections: TaskForce['sections'] = [
  { name: '综合', duty: '拟定方案，汇总进度，筹备会议' },
  { name: '督办', duty: '盯办时限，实地核实，跟踪整改' },
  { name: '保障', duty: '协调政策、法律、资金和救助支持' },
];

const active = { sections, startsOn: '2026-01-05', endsOn: null, state: 'ACTIVE' } as const;

/** 四专班. */
export const taskForces: readonly TaskForce[] = [
  {
    code: 'TF-BACKLOG',
    name: '积案化解专班',
    mandate: '逐案明确责任单位、包案领导、化解方案和完成时限，推动长期未结的信访事项依法办结并由第三方核实',
    leadCode: '990100-LETT/2',
    ...active,
  },
  {
    code: 'TF-TOWN',
    name: '事项清零（“零上访”镇村创建）专班',
    mandate: '推动镇街把受理的信访事项按期办结、执行到位，核查漏登，不以登记数量论优劣',
    leadCode: '990100-LETT/3',
    ...active,
  },
  {
    code: 'TF-INFO',
    name: '信息调研专班',
    mandate: '分析信访反映的共性问题，形成改进工作、完善政策的建议并跟踪反馈',
    leadCode: '990100-LETT-ANALYSIS/1',
    ...active,
  },
  {
    code: 'TF-INNOV',
    name: '创新创优专班',
    mandate: '组织创新项目立项、试点和评估，推广经过检验的经验做法',
    leadCode: '990100-LETT-GENERAL/1',
    ...active,
  },
];

export const taskForceByCode: ReadonlyMap<string, TaskForce> = new Map(taskForces.map((force) => [force.code, force]));
