import { beforeAll, describe, expect, it } from '@jest/globals';
import { as, mutationsIn, queriesIn, schemaOfGraph, type GraphError, type Operation } from '../kit/index.ts';

let queries: readonly Operation[];
let mutations: readonly Operation[];
beforeAll(async () => {
  const schema = await schemaOfGraph();
  queries = queriesIn(schema);
  mutations = mutationsIn(schema);
});

/** Who may do something: together they may do nearly everything. */
const doers = ['clerk', 'bureau', 'handler', 'leader', 'director', 'supervisor', 'care-officer', 'innovation-lead'];
const readers = ['bureau', 'director', 'discipline'];

/** What somebody types who looks for a crack. */
const junk = ['1', `' or 1=1 -- "; \\`, '${x} %s \u{10ffff} ٣', '9'.repeat(400)];

async function faultsOf(persona: string, { document, variants }: Operation): Promise<readonly string[]> {
  const faults = new Set<string>();
  for (const variables of junk.flatMap(variants)) {
    const { errors } = await as(persona).ask(document, variables);
    // Who may not do it at all has been told so, whatever was typed.
    if (errors.some(({ extensions }) => extensions.code === 'FORBIDDEN')) break;
    const wrong = errors.filter(({ extensions }) => !expected.has(extensions.code));
    if (wrong.length > 0) faults.add(`${document} ${namesIn(variables)} ${codesOf(wrong)}`);
  }
  return [...faults];
}

/** What was given, without the junk itself: `{ first, filter: { handlerId } }`. */
const namesIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? `{ ${Object.entries(value)
        .map(([name, part]) => [name, namesIn(part)].filter(Boolean).join(': '))
        .join(', ')} }`
    : '';

const codesOf = (errors: readonly GraphError[]): string => errors.map(({ extensions }) => extensions.code).join();

const expected = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'COST_EXCEEDED', 'RATE_LIMITED']);

const faultsIn = async (persona: string, operations: readonly Operation[]): Promise<readonly string[]> =>
  (await Promise.all(operations.map((operation) => faultsOf(persona, operation)))).flat();

describe('whatever is typed', () => {
  it.each(readers)('by the %s who looks for something, nothing goes wrong inside', async (persona) => {
    expect(await faultsIn(persona, queries)).toEqual([]);
  });

  it.each(doers)('by the %s who does something, nothing goes wrong inside', async (persona) => {
    expect(await faultsIn(persona, mutations)).toEqual([]);
  });
});
