import { keysFrom } from '@onevisit/home';
import { createPeer } from '@onevisit/mounting';
import { logToStandardError, subgraphServer, type ErrorLog, type Subgraph } from '@onevisit/subgraph';
import { createAuthenticate } from '../authentication/authenticate.ts';
import { developers, petitioners } from '../authentication/issuer.ts';
import { compose } from '../composition/compose.ts';
import { printedProblem } from '../composition/composition-problem.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import type { Limits } from '../limits/limits.ts';
import type { SlowLog } from '../metrics/operation-times.ts';
import type { Allowance } from '../limits/points.ts';
import { httpSource } from '../sources/http-source.ts';
import { inProcessSource } from '../sources/in-process-source.ts';
import type { SubgraphSource } from '../sources/subgraph-source.ts';
import { hallsSubgraph, hallsTypeDefs, windowsSubgraph, windowsTypeDefs } from './test-subgraphs.ts';

/** Fixed keys, the same in every run. */
export const testKeys = keysFrom((purpose) => [{ id: 'test', key: Buffer.alloc(32, purpose) }]);

export function testSupergraph(): string {
  const composition = compose([
    { name: 'halls', typeDefs: hallsTypeDefs },
    { name: 'windows', typeDefs: windowsTypeDefs },
  ]);
  if (!composition.isComposed) throw new Error(composition.problems.map(printedProblem).join('\n'));
  return composition.supergraphSdl;
}

export const inProcess = (subgraph: Subgraph, log?: ErrorLog): SubgraphSource =>
  inProcessSource(subgraph, async () => true, log);

/** The same subgraph behind HTTP, as a process of its own would serve it. */
export async function overHttp(subgraph: Subgraph, log?: ErrorLog): Promise<SubgraphSource> {
  const keys = testKeys.subgraph(subgraph.name);
  const server = subgraphServer(subgraph, keys, { log: log ?? logToStandardError });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const source = httpSource(
    { name: subgraph.name, peer: createPeer({ name: subgraph.name, url, keys }), path: '/graphql' },
    log,
  );
  const close = async () => {
    await source.close();
    await server.close();
  };
  return { ...source, close };
}

export type TestGatewayParts = Readonly<{
  sources?: readonly SubgraphSource[];
  isReady?: () => Promise<boolean>;
  isDevelopment?: boolean;
  limits?: Limits | null;
  allowance?: Allowance;
  log?: ErrorLog;
  slowLog?: SlowLog;
  slowerThanMs?: number;
}>;

/** A gateway over the two test subgraphs; errors are not logged. */
export async function testGateway(parts: TestGatewayParts = {}): Promise<Gateway> {
  const { sources = [inProcess(hallsSubgraph(), quiet), inProcess(windowsSubgraph(), quiet)] } = parts;
  const byName = new Map(sources.map((source) => [source.name, source]));
  return createGateway({
    supergraphSdl: testSupergraph(),
    sourceOf: (name) => byName.get(name) ?? unknownSource(name),
    authenticate: createAuthenticate([petitioners(testKeys.tokenIssuer), developers(testKeys.tokenIssuer)]),
    isReady: async () => true,
    isDevelopment: true,
    log: quiet,
    ...parts,
  });
}

export const quiet: ErrorLog = () => undefined;

function unknownSource(name: string): never {
  throw new Error(`no source ${name}`);
}

export type Asking = Readonly<{ headers?: Readonly<Record<string, string>>; variables?: object }>;

/** Posts an operation as a client does; English unless told. */
export async function ask({ app }: Gateway, query: string, { headers, variables }: Asking = {}) {
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify({ query, ...(variables && { variables }) }),
  });
  return { status: answer.statusCode, body: answer.json<AnswerBody>(), headers: answer.headers };
}

export type AnswerBody = Readonly<{
  data?: Readonly<Record<string, unknown>> | null;
  errors?: readonly Readonly<{ message: string; path?: readonly (string | number)[]; extensions: Extensions }>[];
  extensions?: Readonly<Record<string, unknown>>;
}>;
type Extensions = Readonly<Record<string, unknown>>;
