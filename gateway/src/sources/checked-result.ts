import { randomUUID } from 'node:crypto';
import type { Language } from '@onevisit/kernel';
import { errorTexts, isErrorCode, said, type ErrorCode, type ErrorLog, type MaskedResult } from '@onevisit/subgraph';
import type { GraphQLFormattedError } from 'graphql';

/**
 * What a subgraph answered, held to what it may answer: a code of the closed list, and its text only where that code
 * means that it was written for the client. `isWorded` tells the gateway that a message is in the viewer's language.
 */
export function checkedResult(result: MaskedResult, language: Language, log: ErrorLog): MaskedResult {
  const { data, errors } = result;
  if (!errors?.length) return { ...(data !== undefined && { data }) };
  return { data: data ?? null, errors: errors.map((error) => checkedError(error, language, log)) };
}

function checkedError(error: GraphQLFormattedError, language: Language, log: ErrorLog): GraphQLFormattedError {
  const { message, path } = error;
  const code = codeOf(error);
  const place = path && { path };
  if (isForClients(code)) return { message, ...place, extensions: { code, isWorded: true } };

  const errorId = errorIdOf(error) ?? logged(error, log);
  return { message: said(errorTexts[code], language), ...place, extensions: { code, errorId } };
}

function codeOf({ extensions }: GraphQLFormattedError): ErrorCode {
  const code = extensions?.['code'];
  if (!isErrorCode(code)) return 'INTERNAL_SERVER_ERROR';
  // The planner wrote that document, not the client: the supergraph and the subgraph are of different days.
  return code.startsWith('GRAPHQL_') ? 'SUBGRAPH_CONTRACT_VIOLATION' : code;
}

const isForClients = (code: ErrorCode): boolean =>
  code !== 'INTERNAL_SERVER_ERROR' && code !== 'SUBGRAPH_CONTRACT_VIOLATION';

function errorIdOf({ extensions }: GraphQLFormattedError): string | null {
  const errorId = extensions?.['errorId'];
  return typeof errorId === 'string' ? errorId : null;
}

function logged(error: GraphQLFormattedError, log: ErrorLog): string {
  const errorId = randomUUID();
  log(error, errorId);
  return errorId;
}
