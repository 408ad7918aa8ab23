import { randomUUID } from 'node:crypto';
import { addStatements } from '@onevisit/data';
import { PeerError, type PeerFailure, type Peer } from '@onevisit/mounting';
import { logToStandardError, type ErrorLog, type MaskedResult, type SubgraphRequest } from '@onevisit/subgraph';
import { checkedResult } from './checked-result.ts';
import { failedFetch, isRead, type SourceFailure } from './source-failure.ts';
import type { FetchContext, SubgraphSource } from './subgraph-source.ts';

export type RemoteSubgraph = Readonly<{
  name: string;
  peer: Peer;
  /** Where it takes operations: `/graphql`, or nothing where its address is that place already. */
  path: string;
}>;

/** A subgraph that another process serves. What it says is checked, and nothing of its address or its faults goes on. */
export function httpSource(remote: RemoteSubgraph, log: ErrorLog = logToStandardError): SubgraphSource {
  const { name, peer } = remote;
  return {
    name,
    fetch: async (request, context) => {
      const { language } = context.viewer;
      try {
        const result = parsedResult(name, await posted(remote, request, context));
        addStatements(statementsOf(result));
        return checkedResult(result, language, log);
      } catch (error) {
        const errorId = randomUUID();
        log(error, errorId);
        return failedFetch(request, { code: failureOf(error), errorId }, language);
      }
    },
    isReady: peer.isAlive,
    close: peer.close,
  };
}

/** A read whose connection broke is sent once more; a change never is. */
async function posted(remote: RemoteSubgraph, request: SubgraphRequest, context: FetchContext): Promise<string> {
  const { peer, path } = remote;
  const send = () => peer.post(path, request, { viewer: context.viewer, budgetMs: context.deadline - Date.now() });
  try {
    return await send();
  } catch (error) {
    if (isRead(request) && error instanceof PeerError && error.failure === 'UNAVAILABLE') return send();
    throw error;
  }
}

function parsedResult(name: string, text: string): MaskedResult {
  try {
    const result: unknown = JSON.parse(text);
    if (isResult(result)) return result;
  } catch (error) {
    throw new PeerError(name, 'BAD_RESPONSE', error);
  }
  throw new PeerError(name, 'BAD_RESPONSE', null);
}

function isResult(value: unknown): value is MaskedResult {
  if (typeof value !== 'object' || value === null) return false;
  const data = 'data' in value ? value.data : undefined;
  const errors = 'errors' in value ? value.errors : undefined;
  if (data === undefined && errors === undefined) return false;
  return (data === undefined || typeof data === 'object') && (errors === undefined || isErrorList(errors));
}

const isErrorList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (error: unknown) =>
      typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string',
  );

function statementsOf({ extensions }: MaskedResult): number {
  const statements = extensions?.['sql'];
  return typeof statements === 'number' ? statements : 0;
}

const codes: Readonly<Record<PeerFailure, SourceFailure>> = {
  UNAVAILABLE: 'SUBGRAPH_UNAVAILABLE',
  TIMEOUT: 'SUBGRAPH_TIMEOUT',
  BAD_RESPONSE: 'SUBGRAPH_BAD_RESPONSE',
};

const failureOf = (error: unknown): SourceFailure =>
  error instanceof PeerError ? codes[error.failure] : 'SUBGRAPH_UNAVAILABLE';
