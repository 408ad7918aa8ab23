import { commonRefusals, type Refusal, type Wording } from '@onevisit/subgraph';
import type {
  CompleteSuggestionActionErrorCode,
  DecideStaffSuggestionErrorCode,
  PostStaffSuggestionErrorCode,
  PromoteStaffSuggestionErrorCode,
  ReadStaffSuggestionErrorCode,
} from './generated.ts';

const { IDEMPOTENCY_KEY_REUSED, STALE_VERSION, WRONG_STATE } = commonRefusals;

export const SUGGESTION_NOT_FOUND: Refusal = {
  zh: '没有这条建议。',
  en: 'There is no such suggestion.',
  path: ['suggestionId'],
};
export const NOT_THE_DECIDER: Refusal = {
  zh: '建议由收件领导决定，不能决定本人提出的建议。',
  en: 'Who it was addressed to decides, and nobody on a suggestion of one’s own.',
  path: ['suggestionId'],
};

/** Of what is written in a suggestion, whoever writes it. */
export const suggestionTextErrors = {
  TITLE_EMPTY: { zh: '请填写标题。', en: 'Give it a title.', path: ['title'] },
  TITLE_TOO_LONG: { zh: '标题不能超过100字。', en: 'A title has 100 characters at most.', path: ['title'] },
  BODY_EMPTY: { zh: '请写明建议内容。', en: 'Say what you suggest.', path: ['body'] },
  BODY_TOO_LONG: { zh: '内容不能超过20000字。', en: 'The text has 20,000 characters at most.', path: ['body'] },
} as const satisfies Record<string, Refusal>;

export const postStaffSuggestionErrors: Wording<PostStaffSuggestionErrorCode> = {
  AUTHOR_NOT_ON_STAFF: { zh: '您不在信访干部名册中。', en: 'You are not on the list of staff.' },
  ...suggestionTextErrors,
  IDEMPOTENCY_KEY_REUSED,
};

export const readStaffSuggestionErrors: Wording<ReadStaffSuggestionErrorCode> = {
  SUGGESTION_NOT_FOUND,
  NOT_THE_DECIDER,
  WRONG_STATE,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const decideStaffSuggestionErrors: Wording<DecideStaffSuggestionErrorCode> = {
  SUGGESTION_NOT_FOUND,
  NOT_THE_DECIDER,
  WRONG_STATE,
  EXPLANATION_EMPTY: { zh: '请说明决定的理由。', en: 'Explain the decision.', path: ['explanation'] },
  EXPLANATION_TOO_LONG: {
    zh: '说明不能超过20000字。',
    en: 'An explanation has 20,000 characters at most.',
    path: ['explanation'],
  },
  BENEFIT_MUST_BE_TRIED: {
    zh: '有利于工作或者有利于团结的建议应当采纳或者试行；不合法、无经费保障的除外。',
    en: 'What benefits the work or unity is adopted or tried, unless it is unlawful or unfunded.',
    path: ['outcome'],
  },
  UNLAWFUL_CANNOT_BE_DONE: {
    zh: '不合法的建议不能采纳或者试行。',
    en: 'What is unlawful is neither adopted nor tried.',
    path: ['outcome'],
  },
  ACTIONS_MISSING: {
    zh: '采纳或者试行的，请列明落实事项。',
    en: 'An adoption or a trial says what will be done.',
    path: ['actions'],
  },
  ACTIONS_WITHOUT_ADOPTION: {
    zh: '只有采纳或者试行的建议才有落实事项。',
    en: 'Only an adoption or a trial has action items.',
    path: ['actions'],
  },
  TOO_MANY_ACTIONS: { zh: '落实事项不能超过20项。', en: '20 action items at most.', path: ['actions'] },
  TEXT_EMPTY: { zh: '请写明落实事项。', en: 'Say what will be done.', path: ['actions'] },
  TEXT_TOO_LONG: {
    zh: '落实事项不能超过2000字。',
    en: 'An action item has 2,000 characters at most.',
    path: ['actions'],
  },
  OWNER_NOT_ON_STAFF: {
    zh: '责任人不在信访干部名册中。',
    en: 'The owner of an action item is not on the list of staff.',
    path: ['actions'],
  },
  DUE_IN_THE_PAST: { zh: '完成期限不能早于今天。', en: 'No action item falls due before today.', path: ['actions'] },
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const completeSuggestionActionErrors: Wording<CompleteSuggestionActionErrorCode> = {
  SUGGESTION_NOT_FOUND,
  NOT_THE_DECIDER,
  ACTION_NOT_FOUND: { zh: '没有这项落实事项。', en: 'There is no such action item.', path: ['actionId'] },
  ALREADY_DONE: { zh: '该事项已经办结。', en: 'It was done before.', path: ['actionId'] },
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};

export const promoteStaffSuggestionErrors: Wording<PromoteStaffSuggestionErrorCode> = {
  SUGGESTION_NOT_FOUND,
  NOT_THE_DECIDER,
  NOT_ADOPTED: {
    zh: '只有采纳或者试行的建议才能转为创新项目。',
    en: 'Only what was adopted or is tried becomes a project.',
    path: ['suggestionId'],
  },
  ALREADY_PROMOTED: { zh: '该建议已经转为创新项目。', en: 'It was handed over before.', path: ['suggestionId'] },
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};
