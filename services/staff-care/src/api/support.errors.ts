import { commonRefusals, type Refusal, type Wording } from '@onevisit/subgraph';
import type { AnswerSupportRequestErrorCode, FileSupportRequestErrorCode, RateSupportErrorCode } from './generated.ts';

const { IDEMPOTENCY_KEY_REUSED, STALE_VERSION, WRONG_STATE } = commonRefusals;

const NOT_OF_A_COUNTY: Refusal = { zh: '应当由县（市、区）提出。', en: 'This is for the counties.' };
const TEXT_EMPTY: Refusal = { zh: '请填写内容。', en: 'Write something.', path: ['text'] };
const TEXT_TOO_LONG: Refusal = {
  zh: '内容不能超过20000字。',
  en: 'The text has 20,000 characters at most.',
  path: ['text'],
};

export const fileSupportRequestErrors: Wording<FileSupportRequestErrorCode> = {
  REQUESTER_NOT_ON_STAFF: { zh: '您不在信访干部名册中。', en: 'You are not on the list of staff.' },
  NOT_OF_A_COUNTY,
  NOT_A_CITY_SECTION: {
    zh: '只能向市信访局科室提出。',
    en: 'Only sections of the city bureau are asked.',
    path: ['toSectionId'],
  },
  TEXT_EMPTY,
  TEXT_TOO_LONG,
  DUE_IN_THE_PAST: { zh: '答复日期不能早于今天。', en: 'No answer is due before today.', path: ['dueOn'] },
  IDEMPOTENCY_KEY_REUSED,
};

export const answerSupportRequestErrors: Wording<AnswerSupportRequestErrorCode> = {
  SUPPORT_REQUEST_NOT_FOUND: {
    zh: '没有这项支持请求。',
    en: 'There is no such support request.',
    path: ['supportRequestId'],
  },
  NOT_THE_SECTION: {
    zh: '应当由受理科室答复。',
    en: 'The section that was asked answers.',
    path: ['supportRequestId'],
  },
  TEXT_EMPTY,
  TEXT_TOO_LONG,
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const rateSupportErrors: Wording<RateSupportErrorCode> = {
  NOT_OF_A_COUNTY,
  NOT_A_CITY_SECTION: {
    zh: '只能评价市信访局科室。',
    en: 'Only sections of the city bureau are rated.',
    path: ['sectionId'],
  },
  LEVEL_OUT_OF_RANGE: { zh: '请在1至5中选择。', en: 'A level is 1 to 5.', path: ['level'] },
  ALREADY_RATED: { zh: '每县每年对每个科室评价一次。', en: 'Once a year, county and section.', path: ['sectionId'] },
};
