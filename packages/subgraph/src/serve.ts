import type { DeliveredEvent } from '@onevisit/kernel';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { createExecutor, type SubgraphRequest } from './execute.ts';
import type { Subgraph } from './subgraph.ts';
import { verifyViewer, viewerHeader, type TokenKeys, type Voucher } from './viewer-token.ts';

const bodyLimit = 1024 * 1024;

/**
 * Serves one subgraph over HTTP, on loopback: `/graphql` for the gateway, `/events` for the other subgraphs, `/settle`
 * for the clock. Whatever the gateway has not signed is answered 401, `_service` and introspection included.
 */
export function subgraphServer(subgraph: Subgraph, keys: TokenKeys): FastifyInstance {
  const server = fastify({ bodyLimit, logger: false });
  const execute = createExecutor(subgraph);
  let requests = 0;

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.get('/livez', () => ({ status: 'ok', requests }));

  const signed =
    <Body>(answer: (body: Body, voucher: Voucher) => Promise<unknown>) =>
    async (request: FastifyRequest) => {
      const body = typeof request.body === 'string' ? request.body : '';
      const voucher = verifyViewer(request.headers[viewerHeader], { audience: subgraph.name, body, keys });
      if (!voucher) throw unsigned();
      return answer(JSON.parse(body) as Body, voucher);
    };

  server.post(
    '/graphql',
    signed<SubgraphRequest>(async (body, { viewer }) => {
      requests += 1;
      return execute(body, viewer);
    }),
  );
  server.post(
    '/events',
    signed<DeliveredEvent>(async (event) => {
      await subgraph.consume(event);
      return {};
    }),
  );
  server.post(
    '/settle',
    signed(async () => {
      await subgraph.settle();
      return {};
    }),
  );
  return server;
}

const unsigned = (): Error => Object.assign(new Error('UNAUTHENTICATED'), { statusCode: 401 });
