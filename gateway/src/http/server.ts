import fastify, { type FastifyInstance } from 'fastify';
import { notFound, sendRefusal } from './refusal.ts';

const seconds = 1_000;

/** An HTTP server with the limits that hold at every address, and answers that no cache keeps. */
export function httpServer(isDraining: () => boolean): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit: 256 * 1024,
    // A client that sends slowly holds a socket and nothing else: with Node's own limits it could for five minutes.
    requestTimeout: 8 * seconds,
    http: { headersTimeout: 5 * seconds, connectionsCheckingInterval: 1 * seconds },
    forceCloseConnections: 'idle',
    // While it drains, what still comes over an open connection is answered, and the connection closed with it.
    return503OnClosing: false,
  });
  // A form on somebody else's page can send these without asking.
  server.removeContentTypeParser('text/plain');
  server.setErrorHandler(sendRefusal);
  server.setNotFoundHandler((request, reply) => sendRefusal(notFound, request, reply));
  server.addHook('onSend', async (_request, reply) => {
    void reply
      .header('cache-control', 'no-store')
      .header('vary', 'authorization, accept-language')
      .header('x-content-type-options', 'nosniff');
    if (isDraining()) void reply.header('connection', 'close');
  });
  return server;
}
