import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { Viewer } from '@onevisit/kernel';
import { publicViewer } from '@onevisit/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from '../authentication/authenticate.ts';
import { BadTokenError, IssuerUnreachableError } from '../authentication/identity.ts';
import type { GraphServer } from '../graph/apollo-server.ts';
import { speaking } from './language.ts';
import { languageOf, Refusal } from './refusal.ts';
import { checkShape } from './variables.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once the token was found good. */
    viewer: Viewer | null;
  }
}

/** Time that an operation has, all its fetches together. */
const operationMs = 5_000;

/** The one address of the graph. A bad token is refused before the body is read. */
export function serveGraph(app: FastifyInstance, graph: GraphServer, authenticate: Authenticate): void {
  const answer = fastifyApolloHandler(graph, {
    context: async ({ viewer }) => ({ viewer: viewer ?? publicViewer(), deadline: Date.now() + operationMs }),
  });
  app.decorateRequest('viewer', null);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    onRequest: async (request) => {
      request.viewer = await viewerOf(request, authenticate);
    },
    preHandler: async (request) => checkShape(variablesOf(request)),
    handler: (request, reply) => speaking(languageOf(request), () => answer.call(app, request, reply)),
  });
}

async function viewerOf(request: FastifyRequest, authenticate: Authenticate): Promise<Viewer> {
  const language = languageOf(request);
  try {
    const identity = await authenticate(request.headers.authorization);
    return Object.freeze(identity ? { ...identity, language } : publicViewer(language));
  } catch (error) {
    if (error instanceof BadTokenError) throw new Refusal(401, 'UNAUTHENTICATED', badToken);
    if (error instanceof IssuerUnreachableError) throw new Refusal(503, 'SERVICE_UNAVAILABLE');
    throw error;
  }
}

function variablesOf({ method, body, query }: FastifyRequest): unknown {
  if (method === 'GET') return parsed((query as Readonly<Record<string, unknown>>)['variables']);
  return typeof body === 'object' && body !== null && 'variables' in body ? body.variables : null;
}

/** What is no JSON is Apollo Server's to refuse. */
function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

const badToken = {
  zh: '登录凭证无效或已过期，请重新登录。',
  en: 'The token is not valid, or not any more. Log in again.',
};
