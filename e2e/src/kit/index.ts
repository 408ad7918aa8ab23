import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { kitOf } from './kit.ts';
import { inventedBy } from './petition.ts';
import { attemptsOf, watchedPids } from './outbound.ts';
import { pidsOf, requestsTo } from './processes.ts';
import { openServerLog } from './server-log.ts';
import { runOf } from './stack.ts';
import { thisStack } from './this-stack.ts';

/** The stack that the journey runs against: the same journey runs against both mountings. */
export const stack = thisStack();

/** What a journey uses of it; README.md shows how. */
export const { as, petitioner, knock, messageTo, setPin, clock, tables, aPetition, story } = kitOf(stack);

/** Operations that each subgraph with a process of its own has been asked over HTTP; empty where there is none. */
export const requestsToSubgraphs = () => requestsTo(stack);

/** The processes of the stack, the gateway's first. */
export const pidsOfStack = () => pidsOf(stack);

/** Of its processes those that are watched: whoever tries to reach another machine fails, and it is written down. */
export const watchedPidsOfStack = () => watchedPids(stack);

/** What they have tried. */
export const attemptsToReachOthers = () => attemptsOf(stack);

/** Somebody who does not exist, to petition. */
export const inventedPetitioner = () => inventedBy(stack);

/** PostgreSQL’s own log, every statement in it while it is open. */
export const serverLog = () => openServerLog(stack);

/** Where the gateway answers. */
export const url = (): string => runOf(stack).url;

/** Ports of the subgraphs that have processes of their own, by their names. */
export const subgraphPorts = (): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(runOf(stack).subgraphs ?? {}).map(([name, { port }]) => [name, port]));

/** Posts anything to an address of the gateway, or to any other, and answers what came, as text. */
export async function post(address: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  const target = address.startsWith('/') ? `${url()}${address}` : address;
  const answer = await fetch(target, { method: 'POST', body: Buffer.from(body), headers });
  return { status: answer.status, text: await answer.text() };
}

/** The graph's schema, as those see it who build on it. */
export const schemaOfGraph = async () =>
  buildClientSchema(await as('developer').sees<IntrospectionQuery>(getIntrospectionQuery()));

/** What an address of the stack answers, `/explorer/personas`. */
export async function fetchJson<Body>(path: string): Promise<Body> {
  const answer = await fetch(`${runOf(stack).url}${path}`);
  return (await answer.json()) as Body;
}

export { homeOf } from './stack.ts';
export { anOpinion, handedOver, heardInPerson, unitCode, type Told } from './story.ts';
export { subgraphNames, type SubgraphName } from './tables.ts';
export type { Invented } from './petition.ts';
export type { ServerLog } from './server-log.ts';
export { mutationsIn, queriesIn, type Operation } from './operations.ts';
export { isRunning } from '@onevisit/data/postgres';
export { until } from './until.ts';
export { dayInShanghai } from './clock.ts';
export type { Answer, GraphError, Variables } from './answer.ts';
export type { Fields, Person, Refusal } from './person.ts';
