import { signViewer, viewerHeader, type TokenKeys, type Voucher } from '@onevisit/subgraph';
import { errors, Pool } from 'undici';

/** Why a subgraph that another process serves did not answer. Carries no address and nothing of its answer. */
export type PeerFailure = 'UNAVAILABLE' | 'TIMEOUT' | 'BAD_RESPONSE';

export class PeerError extends Error {
  override readonly name = 'PeerError';
  readonly failure: PeerFailure;

  constructor(subgraph: string, failure: PeerFailure, cause: unknown) {
    super(`${subgraph}: ${failure}`, { cause });
    this.failure = failure;
  }
}

/** Speaks to one subgraph that another process serves, and signs what it sends. */
export type Peer = Readonly<{
  /** Posts within the voucher's budget; answers the body of a 200, or throws a PeerError. */
  post: (path: string, content: object, voucher: Voucher) => Promise<string>;
  isAlive: () => Promise<boolean>;
  close: () => Promise<void>;
}>;

export type PeerAddress = Readonly<{
  name: string;
  /** Where it is served: `http://127.0.0.1:4001`. */
  url: string;
  /** What requests are signed with; null where the other side knows nothing of our viewers. */
  keys: TokenKeys | null;
}>;

const largestAnswer = 8 * 1024 * 1024;
const connections = 64;

export function createPeer({ name, url, keys }: PeerAddress): Peer {
  const { origin, pathname } = new URL(url);
  const base = pathname === '/' ? '' : pathname;
  const pool = new Pool(origin, {
    connections,
    // Shorter than a server keeps an idle connection, so that none is used that is just being closed.
    keepAliveTimeout: 4_000,
    connect: { timeout: 1_000 },
    maxResponseSize: largestAnswer,
    // The budget of each request is its limit.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  const post: Peer['post'] = async (path, content, voucher) => {
    if (voucher.budgetMs <= 0) throw new PeerError(name, 'TIMEOUT', null);
    const body = JSON.stringify(content);
    const signature = keys ? { [viewerHeader]: signViewer(voucher, { audience: name, body, keys }) } : {};
    try {
      const answer = await pool.request({
        method: 'POST',
        path: `${base}${path}`,
        headers: { 'content-type': 'application/json', ...signature },
        body,
        // One limit for the whole exchange: a peer that trickles gains nothing.
        signal: AbortSignal.timeout(voucher.budgetMs),
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200) throw new PeerError(name, failureOf(answer.statusCode), answer.statusCode);
      return text;
    } catch (error) {
      throw error instanceof PeerError ? error : new PeerError(name, failureOfFault(error), error);
    }
  };

  return { post, isAlive: () => answersAt(pool, base), close: () => pool.close() };
}

async function answersAt(pool: Pool, base: string): Promise<boolean> {
  try {
    const { statusCode, body } = await pool.request({
      method: 'GET',
      path: `${base}/livez`,
      signal: AbortSignal.timeout(1_000),
    });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}

/** A process that is starting or stopping says 503; any other refusal means that the two do not understand each other. */
const failureOf = (status: number): PeerFailure => (status === 503 ? 'UNAVAILABLE' : 'BAD_RESPONSE');

function failureOfFault(error: unknown): PeerFailure {
  if (Error.isError(error) && error.name === 'TimeoutError') return 'TIMEOUT';
  if (error instanceof errors.ResponseExceededMaxSizeError || error instanceof errors.HTTPParserError)
    return 'BAD_RESPONSE';
  return 'UNAVAILABLE';
}
