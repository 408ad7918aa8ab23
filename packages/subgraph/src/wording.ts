import type { Language } from '@onevisit/kernel';
import type { ErrorCode } from './error-codes.ts';

/** A message to a person, in both languages. */
export type Text = Readonly<{ zh: string; en: string }>;

export const said = (text: Text, language: Language): string => (language === 'en' ? text.en : text.zh);

/** What a top-level error says where it has nothing more exact to say. */
export const errorTexts: Readonly<Record<ErrorCode, Text>> = {
  UNAUTHENTICATED: { zh: '请先登录。', en: 'Log in first.' },
  FORBIDDEN: { zh: '您的岗位无权进行此操作。', en: 'Your role may not do this.' },
  BAD_USER_INPUT: { zh: '输入有误，请检查后重试。', en: 'The input is not valid.' },
  GRAPHQL_PARSE_FAILED: { zh: '查询语法有误。', en: 'The document is not valid GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: { zh: '查询与图的定义不符。', en: 'The document does not fit the graph.' },
  OPERATION_RESOLUTION_FAILURE: { zh: '无法确定要执行的操作。', en: 'It is not clear which operation to run.' },
  TOO_MANY_TOKENS: { zh: '查询过长。', en: 'The document is too long.' },
  TOO_DEEP: { zh: '查询嵌套过深。', en: 'The document is nested too deeply.' },
  TOO_MANY_ALIASES: { zh: '查询别名过多。', en: 'The document has too many aliases.' },
  TOO_MANY_ROOT_FIELDS: { zh: '查询的根字段过多。', en: 'The document has too many root fields.' },
  TOO_MANY_SELECTIONS: { zh: '查询选择的字段过多。', en: 'The document selects too many fields.' },
  TOO_MANY_DIRECTIVES: { zh: '查询指令过多。', en: 'The document has too many directives.' },
  COST_EXCEEDED: { zh: '查询代价超出上限。', en: 'The operation costs too much.' },
  BODY_TOO_LARGE: { zh: '请求内容过大。', en: 'The request is too large.' },
  INTROSPECTION_DISABLED: { zh: '您的岗位不能查询图的结构。', en: 'Your role may not introspect the graph.' },
  RATE_LIMITED: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests. Try again later.' },
  OVERLOADED: { zh: '系统繁忙，请稍后再试。', en: 'The system is busy. Try again later.' },
  SERVICE_UNAVAILABLE: { zh: '系统正在停止或启动，请稍后再试。', en: 'The system is starting or stopping.' },
  SUBGRAPH_UNAVAILABLE: { zh: '部分服务暂不可用。', en: 'A part of the graph cannot be reached.' },
  SUBGRAPH_TIMEOUT: { zh: '部分服务响应超时。', en: 'A part of the graph did not answer in time.' },
  SUBGRAPH_BAD_RESPONSE: { zh: '部分服务返回异常。', en: 'A part of the graph answered unintelligibly.' },
  SUBGRAPH_CONTRACT_VIOLATION: { zh: '部分服务返回的数据不符合约定。', en: 'A part of the graph broke its contract.' },
  INTERNAL_SERVER_ERROR: { zh: '系统内部错误。', en: 'Something went wrong inside.' },
};
