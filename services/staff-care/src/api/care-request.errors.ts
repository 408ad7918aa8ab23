import { commonRefusals, type Refusal, type Wording } from '@onevisit/subgraph';
import type {
  CloseCareRequestErrorCode,
  EscalateCareRequestErrorCode,
  FileCareRequestErrorCode,
  ReopenCareRequestErrorCode,
  RespondCareRequestErrorCode,
} from './generated.ts';

const { IDEMPOTENCY_KEY_REUSED, STALE_VERSION, WRONG_STATE } = commonRefusals;

const CARE_REQUEST_NOT_FOUND: Refusal = {
  zh: '没有这项困难需求。',
  en: 'There is no such care request.',
  path: ['careRequestId'],
};
const NOTE_EMPTY: Refusal = { zh: '请填写说明。', en: 'Say in a few words what is done.', path: ['note'] };
const NOTE_TOO_LONG: Refusal = {
  zh: '说明不能超过20000字。',
  en: 'A note has 20,000 characters at most.',
  path: ['note'],
};

export const fileCareRequestErrors: Wording<FileCareRequestErrorCode> = {
  REQUESTER_NOT_ON_STAFF: { zh: '您不在信访干部名册中。', en: 'You are not on the list of staff.' },
  TEXT_EMPTY: { zh: '请写明困难或者需求。', en: 'Say what you need.', path: ['text'] },
  TEXT_TOO_LONG: { zh: '内容不能超过20000字。', en: 'The text has 20,000 characters at most.', path: ['text'] },
  CALENDAR_NOT_PUBLISHED: {
    zh: '回应期限所在年度的工作日历尚未公布。',
    en: 'The work calendar of the year in which the response falls due is not published.',
  },
  IDEMPOTENCY_KEY_REUSED,
};

export const respondCareRequestErrors: Wording<RespondCareRequestErrorCode> = {
  CARE_REQUEST_NOT_FOUND,
  OWN_REQUEST: {
    zh: '不能办理本人提出的需求，请由其他关爱专员办理。',
    en: 'A request of your own is for another care officer.',
    path: ['careRequestId'],
  },
  NOTE_EMPTY,
  NOTE_TOO_LONG,
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const closeCareRequestErrors: Wording<CloseCareRequestErrorCode> = {
  CARE_REQUEST_NOT_FOUND,
  NOT_THE_REQUESTER: {
    zh: '困难需求只能由提出人本人办结。',
    en: 'Only who filed a request can close it.',
    path: ['careRequestId'],
  },
  NOTE_EMPTY,
  NOTE_TOO_LONG,
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const reopenCareRequestErrors: Wording<ReopenCareRequestErrorCode> = {
  CARE_REQUEST_NOT_FOUND,
  NOT_THE_REQUESTER: {
    zh: '困难需求只能由提出人本人重新提出。',
    en: 'Only who filed a request can reopen it.',
    path: ['careRequestId'],
  },
  NOTE_EMPTY: { zh: '请写明还有什么没有解决。', en: 'Say what is still open.', path: ['note'] },
  NOTE_TOO_LONG,
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const escalateCareRequestErrors: Wording<EscalateCareRequestErrorCode> = {
  CARE_REQUEST_NOT_FOUND,
  NOT_THE_REQUESTER: {
    zh: '是否报局长只能由提出人本人决定。',
    en: 'Only who filed a request decides whether the director is told.',
    path: ['careRequestId'],
  },
  NOT_OVERDUE: {
    zh: '首次回应尚未逾期，或者已经有人回应。',
    en: 'The first response is not overdue, or there was one meanwhile.',
    path: ['careRequestId'],
  },
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};
