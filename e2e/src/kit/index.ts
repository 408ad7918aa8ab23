import { kitOf } from './kit.ts';
import { requestsTo } from './processes.ts';
import { thisStack } from './this-stack.ts';

/** The stack that the journey runs against: the same journey runs against both mountings. */
export const stack = thisStack();

/** What a journey uses of it; README.md shows how. */
export const { as, petitioner, knock, messageTo, setPin, clock, tables, aPetition, story } = kitOf(stack);

/** Operations that each subgraph with a process of its own has been asked over HTTP; empty where there is none. */
export const requestsToSubgraphs = () => requestsTo(stack);

export { anOpinion, handedOver, heardInPerson, unitCode, type Told } from './story.ts';
export { subgraphNames, type SubgraphName } from './tables.ts';
export { until } from './until.ts';
export { dayInShanghai } from './clock.ts';
export type { Answer, GraphError, Variables } from './answer.ts';
export type { Fields, Person } from './person.ts';
