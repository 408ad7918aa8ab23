import { commonRefusals, type Refusal, type Text, type Wording } from '@onevisit/subgraph';
import type {
  IssueAnonymousTokenErrorCode,
  PostAnonymousSuggestionErrorCode,
  PrepareAnonymousTokenErrorCode,
  ReplyAsAnonymousAuthorErrorCode,
  WriteToAnonymousAuthorErrorCode,
} from './generated.ts';
import { NOT_THE_DECIDER, SUGGESTION_NOT_FOUND, suggestionTextErrors } from './staff-suggestion.errors.ts';

const { IDEMPOTENCY_KEY_REUSED, STALE_VERSION } = commonRefusals;

/** What gives an author away although no name is known. */
export const anonymityNotice: Text = {
  zh: '请勿写入只有您知道的细节、姓名、岗位或者具体案件。领取令牌后过些时候、退出登录再提交。内容在24至72小时后随机显示。',
  en: 'Write nothing that only you could know: no names, posts or cases. Send it some time after you have taken the token, and logged out. It is shown after 24 to 72 hours, at random.',
};

const REQUESTER_NOT_ON_STAFF: Refusal = { zh: '您不在信访干部名册中。', en: 'You are not on the list of staff.' };
const NO_UNIT_GROUP: Refusal = {
  zh: '您所在单位组不足20人，或者您在本月问询开始后才到岗，本月不能参加。',
  en: 'Your group is smaller than 20, or you came after the month’s pulse had begun.',
  path: ['purpose'],
  ruleRef: 'E24',
};
const TEXT_EMPTY: Refusal = { zh: '请填写内容。', en: 'Write something.', path: ['text'] };
const TEXT_TOO_LONG: Refusal = {
  zh: '内容不能超过20000字。',
  en: 'The text has 20,000 characters at most.',
  path: ['text'],
};

/** Of a token that is sent in place of a name. */
export const tokenErrors = {
  TOKEN_NOT_VALID: {
    zh: '匿名令牌无效，或者所属月份已过。',
    en: 'This is no token for this purpose, or its month is over.',
    path: ['token'],
    ruleRef: 'E24',
  },
  TOKEN_SPENT: {
    zh: '该令牌已经使用，此前提交的内容已收到。',
    en: 'This token was used. What was sent with it has been taken.',
    path: ['token'],
    ruleRef: 'E24',
  },
} as const satisfies Record<string, Refusal>;

export const prepareAnonymousTokenErrors: Wording<PrepareAnonymousTokenErrorCode> = {
  REQUESTER_NOT_ON_STAFF,
  NO_UNIT_GROUP,
};

export const issueAnonymousTokenErrors: Wording<IssueAnonymousTokenErrorCode> = {
  REQUESTER_NOT_ON_STAFF,
  NO_UNIT_GROUP,
  KEY_NOT_PREPARED: { zh: '请先获取本月公钥。', en: 'Ask for this month’s key first.', path: ['purpose'] },
  ALREADY_ISSUED: {
    zh: '每人每月每种用途只能领取一枚匿名令牌。',
    en: 'One token per person, purpose and month.',
    ruleRef: 'E24',
  },
  BLINDED_MESSAGE_NOT_VALID: {
    zh: '盲化消息无效。',
    en: 'This is no blinded message for the key.',
    path: ['blindedMessage'],
  },
};

export const postAnonymousSuggestionErrors: Wording<PostAnonymousSuggestionErrorCode> = {
  ...tokenErrors,
  REPLY_TOKEN_NOT_VALID: {
    zh: '回执口令应当随机生成，22至200个字符，且未被使用。',
    en: 'A reply token is made at random, 22 to 200 characters, and used once.',
    path: ['replyToken'],
  },
  ...suggestionTextErrors,
};

export const replyAsAnonymousAuthorErrors: Wording<ReplyAsAnonymousAuthorErrorCode> = {
  SUGGESTION_NOT_FOUND: {
    zh: '没有对应的建议，或者尚未显示。',
    en: 'No suggestion has this reply token, or it is not shown yet.',
    path: ['replyToken'],
  },
  TEXT_EMPTY,
  TEXT_TOO_LONG,
};

export const writeToAnonymousAuthorErrors: Wording<WriteToAnonymousAuthorErrorCode> = {
  SUGGESTION_NOT_FOUND,
  NOT_THE_DECIDER,
  AUTHOR_IS_NAMED: { zh: '该建议为实名提出，请当面沟通。', en: 'Its author has a name: talk to each other.' },
  TEXT_EMPTY,
  TEXT_TOO_LONG,
  STALE_VERSION,
  IDEMPOTENCY_KEY_REUSED,
};
