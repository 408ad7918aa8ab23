import { randomUUID } from 'node:crypto';
import type { Language } from '@onevisit/kernel';
import { errorTexts, isErrorCode, said, type ErrorCode, type ErrorLog, type Text } from '@onevisit/subgraph';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/**
 * What a client sees of a top-level error: a code of the closed list, a message in their language, the place in their
 * document and answer. Whatever else an error carries stays here; what has no code of the list is an error id.
 */
export function formattedError(
  given: GraphQLFormattedError,
  error: unknown,
  language: Language,
  log: ErrorLog,
): GraphQLFormattedError {
  const { locations, path } = given;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const code = codeOf(given);
  if (code !== 'INTERNAL_SERVER_ERROR' && code !== 'SUBGRAPH_CONTRACT_VIOLATION') {
    return { message: messageOf(given, code, language), ...place, extensions: { code, ...withErrorId(given) } };
  }
  const errorId = errorIdOf(given) ?? logged(error, log);
  return { message: said(errorTexts[code], language), ...place, extensions: { code, errorId } };
}

function codeOf({ message, extensions }: GraphQLFormattedError): ErrorCode {
  // Apollo Server writes its own code over that of a validation rule; rules carry theirs here.
  const ruleCode = extensions?.['validationErrorCode'];
  if (isErrorCode(ruleCode)) return ruleCode;
  if (ruleCode === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED') return 'TOO_MANY_SELECTIONS';

  const code = extensions?.['code'];
  if (code === 'GRAPHQL_PARSE_FAILED' && /contains more tha. \d+ tokens/.test(message)) return 'TOO_MANY_TOKENS';
  if (isErrorCode(code)) return code;
  return typeof code === 'string' && badRequests.includes(code) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
}

/** Apollo Server's names for requests that are none. */
const badRequests = ['BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'];

/** Codes whose message says what exactly is wrong with the client's own document or variables, in English. */
const exact: readonly ErrorCode[] = [
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
];

function messageOf({ message, extensions }: GraphQLFormattedError, code: ErrorCode, language: Language): string {
  const text = extensions?.['text'];
  if (isText(text)) return said(text, language);
  // What comes from a source is in the viewer's language already.
  if (extensions?.['isWorded'] === true) return message;
  if (!exact.includes(code)) return said(errorTexts[code], language);
  return language === 'en' ? message : `${errorTexts[code].zh.replace(/。$/, '')}：${message}`;
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

function errorIdOf({ extensions }: GraphQLFormattedError): string | null {
  const errorId = extensions?.['errorId'];
  return typeof errorId === 'string' ? errorId : null;
}

function withErrorId(given: GraphQLFormattedError): { errorId?: string } {
  const errorId = errorIdOf(given);
  return errorId === null ? {} : { errorId };
}

function logged(error: unknown, log: ErrorLog): string {
  const errorId = randomUUID();
  log(error instanceof GraphQLError ? (error.originalError ?? error) : error, errorId);
  return errorId;
}
