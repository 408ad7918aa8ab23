import { randomUUID } from 'node:crypto';
import type { DeliveredEvent } from '@onevisit/kernel';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { ErrorCode } from './error-codes.ts';
import { logToStandardError, type ErrorLog } from './errors.ts';
import { createExecutor, type SubgraphRequest } from './execute.ts';
import { fixedVoucher, type FixedViewers } from './fixed-viewers.ts';
import type { Subgraph } from './subgraph.ts';
import {
  eventKeys,
  verifyViewer,
  viewerHeader,
  type TokenBinding,
  type TokenKeys,
  type Voucher,
} from './viewer-token.ts';

const bodyLimit = 1024 * 1024;

export type Serving = Readonly<{
  /** How many events this process has handed to others; `/settle` tells it, so that the gateway knows when all is quiet. */
  handedOver?: () => number;
  /** Whom a benchmark asks for without a signature; nobody otherwise. */
  fixedViewers?: FixedViewers | null;
  log?: ErrorLog;
}>;

/**
 * Serves one subgraph over HTTP, on loopback: `/graphql` for the gateway, `/events` for the other subgraphs, `/settle`
 * for the clock. Whatever is not signed for it is answered 401, `_service` and introspection included.
 */
export function subgraphServer(subgraph: Subgraph, keys: TokenKeys, serving: Serving = {}): FastifyInstance {
  const { handedOver = () => 0, fixedViewers = null, log = logToStandardError } = serving;
  const server = fastify({ bodyLimit, logger: false });
  const execute = createExecutor(subgraph, log);
  const binding = { audience: subgraph.name, keys };
  let requests = 0;

  acceptRawJson(server);
  refuseTheRest(server, log);
  server.get('/livez', () => ({ status: 'ok', requests }));
  server.post(
    '/graphql',
    signed<SubgraphRequest>({ ...binding, fixedViewers }, async (body, { viewer }) => {
      requests += 1;
      return execute(body, viewer);
    }),
  );
  server.post(
    '/settle',
    signed(binding, async () => {
      await subgraph.settle();
      return { handedOver: handedOver() };
    }),
  );
  takeEvents(server, '/events', subgraph, keys);
  return server;
}

/** Nobody without a signature learns what there is, and nobody at all what went wrong inside. */
function refuseTheRest(server: FastifyInstance, log: ErrorLog): void {
  server.addContentTypeParser('*', (_request, _payload, done) => done(unsigned()));
  server.setNotFoundHandler(() => {
    throw unsigned();
  });
  server.setErrorHandler<FastifyError>((error, _request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode < 500) return reply.status(statusCode).send({ code: codeOf(statusCode) });
    const errorId = randomUUID();
    log(error, errorId);
    return reply.status(500).send({ code: 'INTERNAL_SERVER_ERROR', errorId });
  });
}

function codeOf(statusCode: number): ErrorCode {
  if (statusCode === 401) return 'UNAUTHENTICATED';
  return statusCode === 413 ? 'BODY_TOO_LARGE' : 'BAD_USER_INPUT';
}

/** Takes events for a subgraph at a path of any server that reads JSON bodies raw: its own, or the gateway's. */
export function takeEvents(server: FastifyInstance, path: string, subgraph: Subgraph, keys: TokenKeys): void {
  const binding = { audience: subgraph.name, keys: eventKeys(keys) };
  server.post(
    path,
    signed<DeliveredEvent>(binding, async (event) => {
      await subgraph.consume(event);
      return {};
    }),
  );
}

/** Signatures are over the bytes that came: bodies stay text until theirs is checked. */
export function acceptRawJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

type Signing = Omit<TokenBinding, 'body'> & Readonly<{ fixedViewers?: FixedViewers | null }>;

/** Answers those alone whose signature is good, for this audience and this body. */
export const signed =
  <Body>({ fixedViewers, ...binding }: Signing, answer: (body: Body, voucher: Voucher) => Promise<unknown>) =>
  async (request: FastifyRequest) => {
    const body = typeof request.body === 'string' ? request.body : '';
    const token = request.headers[viewerHeader];
    const voucher = fixedVoucher(token, fixedViewers) ?? verifyViewer(token, { ...binding, body });
    if (!voucher) throw unsigned();
    return answer(JSON.parse(body) as Body, voucher);
  };

const unsigned = (): Error => Object.assign(new Error('UNAUTHENTICATED'), { statusCode: 401 });
