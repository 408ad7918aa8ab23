import type { Text } from '@onevisit/subgraph';
import type { CaseStatus } from '../domain/case.ts';

/** What a status means for the petitioner, in plain words. */
export const statusTexts: Readonly<Record<CaseStatus, Text>> = {
  REGISTERED: {
    zh: '已登记。信访部门将在期限内转送有权处理的单位。',
    en: 'Registered. The bureau passes it to the competent organization within its term.',
  },
  REFERRED: {
    zh: '已转送责任单位，该单位将在期限内书面告知您是否受理。',
    en: 'With the responsible organization, which tells you in writing within its term whether it admits it.',
  },
  OBJECTED: {
    zh: '责任单位认为不属于其职责，信访部门正在核实；告知期限照常计算。',
    en: 'The organization says that it is not competent; the bureau is checking. Its term to tell you runs on.',
  },
  NOT_ADMITTED: {
    zh: '该单位决定不予受理，并应书面告知理由和去向。您可以在告知送达后 15 日内提出异议。',
    en: 'The organization does not admit it and has to tell you why and where to go. You can contest that within 15 days.',
  },
  ADMITTED: { zh: '已受理，正在确定承办人。', en: 'Admitted; a handler is being named.' },
  IN_HANDLING: { zh: '正在办理，承办人会听取您的陈述。', en: 'Being handled; the handler will hear you.' },
  REPLIED: { zh: '处理意见已签发，正在送达。', en: 'The opinion is signed and on its way to you.' },
  DELIVERED: {
    zh: '处理意见书已送达。您可以认可结果，或者在 30 日内申请复查。',
    en: 'The opinion has been delivered. You can accept the result, or ask for a review within 30 days.',
  },
  EXECUTING: {
    zh: '处理意见正在执行，由另一单位核实；您可以逐项确认或者提出异议。',
    en: 'What was promised is being carried out and verified by another organization; you can confirm or dispute it.',
  },
  HANDED_OVER: {
    zh: '已密封移交有权处理的机关，等待其确认。',
    en: 'Handed over, sealed, to the organ with authority; it is to acknowledge that.',
  },
  CONCLUDED: { zh: '已终结。', en: 'Concluded.' },
};
