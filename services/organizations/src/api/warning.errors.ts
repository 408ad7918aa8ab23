import { commonRefusals, type Wording } from '@onevisit/subgraph';
import type {
  AcknowledgeWarningErrorCode,
  ClearWarningErrorCode,
  CloseInterviewErrorCode,
  DecideInterviewErrorCode,
  RecordInterviewErrorCode,
  ScheduleInterviewErrorCode,
  SubmitRectificationErrorCode,
} from './generated.ts';

const { IDEMPOTENCY_KEY_REUSED, STALE_VERSION, WRONG_STATE } = commonRefusals;
const common = { WRONG_STATE, STALE_VERSION, IDEMPOTENCY_KEY_REUSED };

const WARNING_NOT_FOUND = { zh: '没有这份预警通知。', en: 'There is no such warning.', path: ['warningId'] };
const INTERVIEW_NOT_FOUND = { zh: '没有这次约谈。', en: 'There is no such interview.', path: ['interviewId'] };
const NOT_OF_YOUR_UNIT = {
  zh: '只能答复对本单位的预警。',
  en: 'A unit answers the warnings to itself.',
  path: ['warningId'],
};
const NOT_YOURS_TO_OVERSEE = {
  zh: '市信访局监督其他单位，联席会议办公室监督市信访局。',
  en: 'The city bureau watches over the others, the joint-conference office over the city bureau.',
};
const TEXT_EMPTY = { zh: '内容不能为空。', en: 'The text is empty.' };
const TEXT_TOO_LONG = { zh: '内容不超过 5000 字。', en: 'A text has at most 5,000 characters.' };
const CALENDAR_NOT_PUBLISHED = {
  zh: '工作日历尚未公布，不能计算期限。',
  en: 'The working days of the term cannot be counted yet.',
};

export const acknowledgeWarningErrors: Wording<AcknowledgeWarningErrorCode> = {
  WARNING_NOT_FOUND,
  NOT_OF_YOUR_UNIT,
  CALENDAR_NOT_PUBLISHED,
  ...common,
};

export const submitRectificationErrors: Wording<SubmitRectificationErrorCode> = {
  WARNING_NOT_FOUND,
  NOT_OF_YOUR_UNIT,
  PLAN_EMPTY: { ...TEXT_EMPTY, path: ['plan'] },
  PLAN_TOO_LONG: { ...TEXT_TOO_LONG, path: ['plan'] },
  DATE_OUT_OF_RANGE: {
    zh: '整改期限应在今日之后、三十日之内。',
    en: 'After today, and thirty days ahead at most.',
    path: ['rectifyBy'],
  },
  ...common,
};

export const clearWarningErrors: Wording<ClearWarningErrorCode> = {
  WARNING_NOT_FOUND,
  NOT_YOURS_TO_OVERSEE,
  EVIDENCE_EMPTY: { ...TEXT_EMPTY, path: ['evidence'] },
  EVIDENCE_TOO_LONG: { ...TEXT_TOO_LONG, path: ['evidence'] },
  ...common,
};

const ruleRef = '信访工作条例 第三十九条';

export const decideInterviewErrors: Wording<DecideInterviewErrorCode> = {
  WARNING_NOT_FOUND,
  NOT_JOINT_CONFERENCE: {
    zh: '约谈由联席会议决定，信访局不能自行约谈。',
    en: 'The joint conference decides on interviews; the bureau alone does not.',
    ruleRef,
  },
  WARNING_NOT_RED: { zh: '只有红色预警可以约谈。', en: 'Only a red warning calls for one.', path: ['warningId'] },
  INTERVIEW_UNDER_WAY: { zh: '已有约谈尚未结束。', en: 'One is under way already.', path: ['warningId'] },
  HEAD_MISSING: { zh: '该单位没有负责人岗位。', en: 'The unit has no post of a head.', path: ['warningId'] },
  TEXT_EMPTY: { ...TEXT_EMPTY, path: ['resolution'] },
  TEXT_TOO_LONG: { ...TEXT_TOO_LONG, path: ['resolution'] },
  CALENDAR_NOT_PUBLISHED,
  WRONG_STATE,
  IDEMPOTENCY_KEY_REUSED,
};

export const scheduleInterviewErrors: Wording<ScheduleInterviewErrorCode> = {
  INTERVIEW_NOT_FOUND,
  NOT_YOURS_TO_OVERSEE,
  DATE_OUT_OF_RANGE: {
    zh: '约谈应在决定后五个工作日内进行。',
    en: 'It is held within five working days after the decision.',
    path: ['scheduledAt'],
  },
  ...common,
};

export const recordInterviewErrors: Wording<RecordInterviewErrorCode> = {
  INTERVIEW_NOT_FOUND,
  NOT_YOURS_TO_OVERSEE,
  COMMITMENT_MISSING: { zh: '至少写明一项承诺。', en: 'One promise at least.', path: ['commitments'] },
  TOO_MANY: { zh: '承诺不超过二十项。', en: 'Twenty promises at most.', path: ['commitments'] },
  TEXT_EMPTY,
  TEXT_TOO_LONG,
  DATE_OUT_OF_RANGE: {
    zh: '约谈时间不能在将来，承诺期限应在约谈之后、回访之前。',
    en: 'Not held in the future; promises are due after it and before the follow-up.',
  },
  ...common,
};

export const closeInterviewErrors: Wording<CloseInterviewErrorCode> = {
  INTERVIEW_NOT_FOUND,
  NOT_YOURS_TO_OVERSEE,
  FOLLOW_UP_NOT_DUE: { zh: '未到回访日期。', en: 'The day of the follow-up has not come.' },
  ...common,
};
