import { drawnFrom } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { ClaimOutcome, RootCause } from '../history/step.ts';
import { legalBasisOf } from './legal-basis.ts';

const findings: Readonly<Record<ClaimOutcome, readonly string[]>> = {
  SUPPORTED: ['经核实，反映的情况属实，请求有依据，予以支持。', '经查阅材料并当面核对，事实清楚，应当予以支持。'],
  PARTLY_SUPPORTED: [
    '经核实，反映的情况部分属实，对有依据的部分予以支持。',
    '经核对，其中一部分证据充分，予以支持；其余部分缺少依据。',
  ],
  EXPLAINED: [
    '请求情有可原，但现行规定没有相应依据，已当面说明理由和可以申请的帮助。',
    '经核实，情况与反映基本一致，现行政策没有规定这一项目，予以解释说明。',
  ],
  NOT_SUPPORTED: [
    '经核实，反映的情况与查明的事实不符，请求不予支持。',
    '经核对档案和合同，已经按规定履行，请求缺少依据，不予支持。',
  ],
};

const outcomes: Readonly<Record<ClaimOutcome, string>> = {
  SUPPORTED: '予以支持',
  PARTLY_SUPPORTED: '部分支持',
  EXPLAINED: '解释说明',
  NOT_SUPPORTED: '不予支持',
};

const executions: Readonly<Record<string, readonly string[]>> = {
  A: ['督促用人单位按核定金额支付，并提交支付凭证', '按规定办结待遇核定并书面告知'],
  B: ['按核定标准补发补偿款', '公布计算明细并更正登记'],
  C: ['督促责任单位限期整改并组织验收', '督促责任单位按约定支付'],
  D: ['核实面积后补发到户', '公开账目并接受询问', '组织修复并明确管护责任'],
  E: ['责令限期整改并复测公布结果', '落实夜间巡查值守'],
  F: ['督促退还费用', '书面答复并落实安排'],
  G: ['按规定报销并到账', '组织鉴定并告知结果'],
  H: ['完成路段修复', '增设标志并公布时间'],
  I: ['重新核查并按规定发放', '办理接续手续'],
  J: ['督促经营者退还款项', '兑现到账并告知'],
  K: ['依法复查并书面告知', '发还款物并告知进展'],
  M: ['改进服务并重新办理', '依法答复申请'],
  N: ['完成检修并公布结果', '入户检测并整改'],
  Z: ['明确牵头单位并办结'],
};

const rootCauses: Readonly<Record<string, readonly RootCause[]>> = {
  A: ['CONTRACT_PERFORMANCE', 'LAW_ENFORCEMENT', 'POLICY_EXECUTION'],
  B: ['POLICY_EXECUTION', 'HISTORIC', 'POLICY_GAP'],
  C: ['CONTRACT_PERFORMANCE', 'LAW_ENFORCEMENT', 'SERVICE_QUALITY'],
  D: ['POLICY_EXECUTION', 'HISTORIC', 'CONTRACT_PERFORMANCE'],
  E: ['LAW_ENFORCEMENT', 'SERVICE_QUALITY'],
  J: ['CONTRACT_PERFORMANCE', 'LAW_ENFORCEMENT'],
  K: ['LAW_ENFORCEMENT', 'MISUNDERSTANDING'],
  M: ['SERVICE_QUALITY', 'HISTORIC'],
};

const usualCauses: readonly RootCause[] = [
  'SERVICE_QUALITY',
  'POLICY_EXECUTION',
  'POLICY_GAP',
  'MISUNDERSTANDING',
  'OTHER',
];

const branchOf = (issueTypeCode: string): string => issueTypeCode.slice(0, 1);

/** 认定. */
export const findingText = (random: Random, outcome: ClaimOutcome): string => drawnFrom(random, findings[outcome]);

/** 执行内容. */
export const executionText = (random: Random, issueTypeCode: string): string =>
  drawnFrom(random, executions[branchOf(issueTypeCode)] ?? ['按意见办结并书面告知']);

/** 成因. */
export const drawnRootCause = (random: Random, issueTypeCode: string): RootCause =>
  random() < 0.85
    ? drawnFrom(random, rootCauses[branchOf(issueTypeCode)] ?? usualCauses)
    : drawnFrom(random, usualCauses);

/** 事实和理由. */
export const factsAndReasonsText = (
  random: Random,
  told: Readonly<{ title: string; issueTypeCode: string; outcomes: readonly ClaimOutcome[] }>,
): string => {
  const law = legalBasisOf(told.issueTypeCode).map((cited) => `《${cited.law}》${cited.article}`);
  const looked = drawnFrom(random, ['查阅有关材料并到现场核对', '听取双方陈述并调取记录', '走访有关人员并核对账目']);
  return [
    `就“${told.title}”一事，本单位${looked}。`,
    ...told.outcomes.map((outcome, at) => `第${at + 1}项请求：${outcomes[outcome]}。`),
    `依据${law.join('、')}，提出以上处理意见。`,
  ].join('');
};

/** 白话说明. */
export function plainSummaryText(decided: readonly ClaimOutcome[]): string {
  const said = decided.map((outcome, at) => `第${at + 1}项${outcomes[outcome]}`);
  const isSupported = decided.some((outcome) => outcome === 'SUPPORTED' || outcome === 'PARTLY_SUPPORTED');
  const next = isSupported
    ? '支持的部分写明了办理单位和期限，到期会有别的单位来核实。'
    : '不同意的，可以在三十日内申请复查。';
  return `您提出的请求，${said.join('，')}。${next}`;
}

/** 救济途径. */
export const remedyText =
  '自收到本意见书之日起三十日内，可以向所列机关书面或者当面申请复查；行动不便的可以在任何一个信访窗口提出。';

/** 听取陈述的记录. */
export const heardText = (random: Random): string =>
  drawnFrom(random, [
    '信访人陈述了事情经过和请求，提交了有关材料复印件，承办人说明了办理程序和期限。',
    '信访人补充说明了时间和金额，对已经做过的工作没有异议，希望书面答复。',
    '信访人确认诉求没有变化，愿意配合到现场核实。',
  ]);

/** 执行凭证. */
export const evidenceText = (random: Random): string =>
  drawnFrom(random, ['支付凭证和签收单', '整改前后对比照片和验收单', '书面告知和送达回证', '登记更正记录和领取单']);

/** 核实情况. */
export const verifiedText = (random: Random): string =>
  drawnFrom(random, ['电话和现场核实，已经落实。', '查看凭证并联系本人，情况一致。', '到现场查看，已经完成。']);
