import type { Language } from '@onevisit/kernel';
import { said, type Text } from '@onevisit/subgraph';
import type { CaseFactType } from '../domain/case-file.ts';

/** What happened, in words for people. */
const labels: Readonly<Record<CaseFactType, Text>> = {
  CaseRegistered: { zh: '已登记', en: 'Registered' },
  CaseReferred: { zh: '已转送', en: 'Referred' },
  CaseAssigned: { zh: '已交办', en: 'Assigned, to be reported back' },
  CasePassedDown: { zh: '已转下级单位', en: 'Passed down to a subordinate organization' },
  ObjectionRaised: { zh: '责任单位提出异议', en: 'The organization objected' },
  ObjectionUpheld: { zh: '异议成立，退回重新转送', en: 'The objection was upheld; the case is to be referred again' },
  ObjectionRejected: { zh: '异议不成立，原转送有效', en: 'The objection was rejected; the referral stands' },
  ObjectionLapsed: {
    zh: '异议逾期未核实，原转送有效',
    en: 'Nobody ruled on the objection in time; the referral stands',
  },
  CompetenceDisputed: { zh: '管辖有争议，待共同上级裁定', en: 'The competence is disputed; the common superior rules' },
  CompetenceRuled: { zh: '已裁定管辖', en: 'The competence was ruled on' },
  CompetenceLapsed: {
    zh: '管辖裁定逾期，由最后转送的单位办理',
    en: 'Nobody ruled in time; the organization last referred to handles the case',
  },
  CaseAdmitted: { zh: '已受理', en: 'Admitted' },
  CaseDeemedAdmitted: { zh: '逾期未告知，视为受理', en: 'Deemed admitted: the term to tell the petitioner ran out' },
  CaseNotAdmitted: { zh: '不予受理', en: 'Not admitted' },
  AdmissionContested: { zh: '信访人对不予受理提出异议', en: 'The petitioner contested the decision not to admit' },
  ContestUpheld: { zh: '异议成立，重新转送', en: 'The contest was upheld; the case is to be referred again' },
  ContestRejected: { zh: '异议不成立', en: 'The contest was rejected' },
  NoticeDelivered: { zh: '受理告知已送达', en: 'The notice of admission was delivered' },
  HandlerAssigned: { zh: '已确定承办人', en: 'A handler was named' },
  HandlerLeft: { zh: '承办人离岗，待重新确定承办人', en: 'The handler left; another is to be named' },
  PetitionerHeard: { zh: '已听取信访人陈述', en: 'The petitioner was heard' },
  PetitionerNotReached: { zh: '未能联系上信访人', en: 'An attempt to reach the petitioner failed' },
  OpinionDrafted: { zh: '已起草处理意见', en: 'An opinion was drafted' },
  ExecutionItemAdded: { zh: '已增加执行事项', en: 'An execution item was added' },
  OpinionSigned: { zh: '处理意见已签发', en: 'The opinion was signed' },
  OpinionDelivered: { zh: '处理意见书已送达', en: 'The opinion was delivered' },
  ExecutionStarted: { zh: '进入执行', en: 'Execution began' },
  ExecutionReported: { zh: '执行单位已报告执行', en: 'The obliged organization reported execution' },
  ExecutionVerified: { zh: '执行已核实', en: 'Execution was verified' },
  ExecutionNotVerified: { zh: '核实未通过，退回执行', en: 'Execution was not confirmed by the verifier' },
  ExecutionConfirmed: { zh: '信访人确认执行', en: 'The petitioner confirmed execution' },
  ExecutionDisputed: { zh: '信访人对执行有异议', en: 'The petitioner disputed execution' },
  ExecutionCompleted: { zh: '执行完毕', en: 'Execution is complete' },
  ResultConfirmed: {
    zh: '信访人认可结果，三日后生效',
    en: 'The petitioner accepted the result; effective in three days',
  },
  ConfirmationRevoked: { zh: '信访人撤回认可', en: 'The petitioner took the confirmation back' },
  CaseConcluded: { zh: '已终结', en: 'Concluded' },
  ReportedBack: { zh: '已反馈交办结果', en: 'The outcome of the assignment was reported back' },
  DeadlineBreached: { zh: '期限届满未完成', en: 'A term ran out unmet' },
  IdentityUnsealed: { zh: '信访人信息被查看', en: 'The identity was opened for a purpose' },
  HandoverProposed: {
    zh: '已提出移交，待第二人办理',
    en: 'A handover was proposed; a second person is to carry it out',
  },
  AccusationHandedOver: { zh: '已密封移交', en: 'Handed over, sealed' },
  HandoverAcknowledged: { zh: '接收机关已确认', en: 'The recipient acknowledged the handover' },
  HandoverDeclined: { zh: '接收机关退回', en: 'The recipient declined the handover' },
  HandoverLapsed: { zh: '逾期未确认，转上一级', en: 'Nobody acknowledged in time; it went one level up' },
  TrackingCodeRotated: { zh: '信访人更换了查询码', en: 'The petitioner replaced the tracking code' },
  PinSet: { zh: '信访人设置了行权密码', en: 'The petitioner set a PIN' },
};

export const labelOf = (type: CaseFactType, language: Language): string => said(labels[type], language);
