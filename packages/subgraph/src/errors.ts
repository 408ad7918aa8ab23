import { randomUUID } from 'node:crypto';
import { BadCursorError, BadPageSizeError, isConnectionLoss, toldError } from '@onevisit/data';
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
  console.error(`error ${errorId} ${toldError(error)}`);
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
  const cause = error.originalError ?? error;
  log(cause, errorId);
  const code = isConnectionLoss(cause) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
  return { message: said(errorTexts[code], language), ...place, extensions: { code, errorId } };
}

function knownCode(error: GraphQLError): ErrorCode | null {
  const cause = error.originalError ?? error;
  if (cause instanceof ForbiddenError) return cause.code;
  if (cause instanceof BadCursorError || cause instanceof BadPageSizeError) return 'BAD_USER_INPUT';
  if (cause instanceof GraphQLError && isErrorCode(cause.extensions['code'])) return cause.extensions['code'];
  if (isUnclearOperation(error)) return 'OPERATION_RESOLUTION_FAILURE';
  return isInputFault(error) ? 'BAD_USER_INPUT' : null;
}

/**
 * What graphql-js finds in variables before any resolver runs, and in arguments that they are missing from. Its faults
 * over values that resolvers answer begin otherwise: they would tell the value.
 */
function isInputFault({ path, message, originalError }: GraphQLError): boolean {
  if (!path) return message.startsWith('Variable "$');
  const isOfGraphQL = !originalError || originalError instanceof GraphQLError;
  return isOfGraphQL && /^Argument "\w+" (of|has) /.test(message);
}

const isUnclearOperation = ({ path, message }: GraphQLError): boolean =>
  !path && /^(Must provide an operation|Must provide operation name|Unknown operation named)/.test(message);

function messageOf(error: GraphQLError, code: ErrorCode, language: Language): string {
  const cause = error.originalError instanceof GraphQLError ? error.originalError : error;
  const text = cause.extensions['text'];
  if (isText(text)) return said(text, language);
  if (code === 'GRAPHQL_VALIDATION_FAILED' || isInputFault(error)) return error.message;
  return said(errorTexts[code], language);
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
