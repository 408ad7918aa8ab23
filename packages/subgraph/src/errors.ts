import { randomUUID } from 'node:crypto';
import { BadCursorError, BadPageSizeError } from '@onevisit/data';
import { ForbiddenError, type Language } from '@onevisit/kernel';
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import { isErrorCode, type ErrorCode } from './error-codes.ts';
import { errorTexts, said, type Text } from './wording.ts';

/** A refusal of the whole field with a code of the closed list. */
export const graphError = (code: ErrorCode, text: Text = errorTexts[code]): GraphQLError =>
  new GraphQLError(text.en, { extensions: { code, text } });

/** Where the cause of a masked error is written down; never sent to the client. */
export type ErrorLog = (error: unknown, errorId: string) => void;

export const logToStandardError: ErrorLog = (error, errorId) => {
  console.error(`error ${errorId}`, error);
};

export type MaskedResult = Readonly<{
  data?: ExecutionResult['data'];
  errors?: readonly GraphQLFormattedError[];
  extensions?: Readonly<Record<string, unknown>>;
}>;

/** What a client may see of a result: codes of the closed list; everything else is an error id, whose cause is logged. */
export function maskedResult(result: ExecutionResult, language: Language, log: ErrorLog): MaskedResult {
  const { data, errors } = result;
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => maskedError(error, language, log)) }),
  };
}

export function maskedError(error: GraphQLError, language: Language, log: ErrorLog): GraphQLFormattedError {
  const { locations, path } = error;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const known = knownCode(error);
  if (known) return { message: messageOf(error, known, language), ...place, extensions: { code: known } };

  const errorId = randomUUID();
  log(error.originalError ?? error, errorId);
  const code = 'INTERNAL_SERVER_ERROR';
  return { message: said(errorTexts[code], language), ...place, extensions: { code, errorId } };
}

function knownCode(error: GraphQLError): ErrorCode | null {
  const cause = error.originalError ?? error;
  if (cause instanceof ForbiddenError) return cause.code;
  if (cause instanceof BadCursorError || cause instanceof BadPageSizeError) return 'BAD_USER_INPUT';
  // graphql-js reports values that do not fit their type without a cause of its own.
  if (!(cause instanceof GraphQLError)) return null;
  const { code } = cause.extensions;
  if (isErrorCode(code)) return code;
  return isInputFault(cause) ? 'BAD_USER_INPUT' : null;
}

/** Faults that graphql-js finds in arguments and variables, before any resolver runs. */
const isInputFault = (error: GraphQLError): boolean =>
  /^(Variable "|Argument "|Expected value|Float cannot|Int cannot|String cannot|ID cannot|Boolean cannot|Value ")/.test(
    error.message,
  );

function messageOf(error: GraphQLError, code: ErrorCode, language: Language): string {
  const cause = error.originalError instanceof GraphQLError ? error.originalError : error;
  const text = cause.extensions['text'];
  if (isText(text)) return said(text, language);
  if (code.startsWith('GRAPHQL_') || isInputFault(cause)) return cause.message;
  return said(errorTexts[code], language);
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
