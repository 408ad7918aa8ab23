import { describe, expect, it } from '@jest/globals';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { apolloPlanner } from '../planner/apollo-planner.ts';
import { plannerNamed } from '../planner/create-planner.ts';
import type { CreatePlanner } from '../planner/planner.ts';
import { plannerNames } from '../planner/planner.ts';
import type { Outcome, Planned } from './executor-events.ts';
import { oneVisitGateway } from './onevisit-gateway.ts';
import { stringifyResult } from './response-text.ts';
import { cannedGraph } from './testing/canned-graph.ts';
import { noTrouble } from './testing/fate.ts';
import { apolloGraph, compiledGraph, type Compiled } from './testing/mounted-graph.ts';
import { museumSubgraphs } from './testing/museum/museum.ts';
import { quietLogger } from './testing/quiet-logger.ts';
import { testGraph } from './testing/test-graph.ts';
import type { TestContext } from './testing/test-subgraph.ts';

const museum = testGraph(museumSubgraphs);

/** A graph that remembers what its executor told of its work. */
async function watched(options: Compiled = {}) {
  const outcomes: Outcome[] = [];
  const plans: Planned[] = [];
  const graph = await compiledGraph(museum, {
    ...options,
    events: { ran: (outcome) => outcomes.push(outcome), planned: (plan) => plans.push(plan) },
  });
  return { graph, outcomes, plans };
}

describe('introspection', () => {
  it('alone is handed over, and counted so', async () => {
    const { graph, outcomes } = await watched();
    const { data } = await graph.ask({ query: '{ __type(name: "Loan") { name } kind: __typename }' });
    expect(data).toEqual({ __type: { name: 'Loan' }, kind: 'Query' });
    expect(outcomes).toEqual(['INTROSPECTION']);
  });

  it('beside data is answered with it', async () => {
    const { graph, outcomes } = await watched();
    const query = `query ($name: String!, $hidden: Boolean!) {
      ... on Query { one: __type(name: $name) { ...named fields { name } } }
      one: __type(name: $name) { kind }
      __schema @skip(if: $hidden) { queryType { name } }
      people(first: 1) { id __typename }
    }
    fragment named on __Type { name }`;
    const { data, seen } = await graph.ask({ query, variables: { name: 'MuseumSize', hidden: true } });
    expect(data).toEqual({
      one: { name: 'MuseumSize', fields: [{ name: 'rooms' }, { name: 'floors' }], kind: 'OBJECT' },
      people: [{ id: 'p1', __typename: 'Person' }, null],
    });
    expect(seen).toHaveLength(1);
    expect(outcomes).toEqual(['COMPILED']);
  });

  it('tells nothing that is not for clients', async () => {
    const { graph } = await watched();
    const query = '{ __type(name: "Person") { fields { name } } people(first: 1) { id } }';
    expect(JSON.stringify((await graph.ask({ query })).data)).not.toContain('salary');
  });
});

describe('what is handed over', () => {
  it('is an operation with a name that every object has', async () => {
    const { graph, outcomes } = await watched();
    const { data } = await graph.ask({ query: '{ people(first: 1) { constructor: name } }' });
    expect(data).toEqual({ people: [{ constructor: 'Person 1' }, null] });
    expect(outcomes).toEqual(['INHERITED_NAME']);
  });

  it('is a plan with something new in it, and Apollo’s planner plans it again', async () => {
    const createPlanner: CreatePlanner = () => ({
      name: 'hive',
      plan: async () => {
        const { UnknownInPlanError } = await import('../planner/planner.ts');
        throw new UnknownInPlanError('Teleport');
      },
    });
    const { graph, outcomes } = await watched({ createPlanner });
    expect((await graph.ask({ query: '{ people(first: 1) { name } }' })).data).toEqual({
      people: [{ name: 'Person 1' }, null],
    });
    expect(outcomes).toEqual(['UNKNOWN_IN_PLAN']);
  });
});

describe.each(plannerNames)('admission, with plans of %s', (planner) => {
  const query = '{ __schema { queryType { name } } people { name } }';

  it('is decided before anything is planned or sent', async () => {
    const refusal = new GraphQLError('no', { extensions: { code: 'INTROSPECTION_DISABLED' } });
    const admit = ({ introspection }: { introspection: readonly unknown[] }) =>
      introspection.length > 0 ? [refusal] : [];
    const { graph, plans, outcomes } = await watched({ createPlanner: await plannerNamed(planner), admit });
    const { data, errors, seen } = await graph.ask({ query });
    expect({ data, errors }).toEqual({
      data: undefined,
      errors: [{ message: 'no', extensions: { code: 'INTROSPECTION_DISABLED' } }],
    });
    expect({ plans, seen, outcomes }).toEqual({ plans: [], seen: [], outcomes: [] });
    expect((await graph.ask({ query: '{ people(first: 1) { id } }' })).data).toEqual({ people: [{ id: 'p1' }, null] });
  });

  it('that cannot be decided is refused', async () => {
    const admit = () => {
      throw new Error('the rules are not loaded');
    };
    const { graph, plans } = await watched({ createPlanner: await plannerNamed(planner), admit });
    await expect(graph.ask({ query })).rejects.toThrow('the rules are not loaded');
    expect(plans).toEqual([]);
  });

  it('sees introspection in whatever fragment it hides', async () => {
    const seen: number[] = [];
    const admit = ({ introspection }: { introspection: readonly unknown[] }) => {
      seen.push(introspection.length);
      return [];
    };
    const { graph } = await watched({ createPlanner: await plannerNamed(planner), admit });
    const hidden =
      'query { ...a people { id } } fragment a on Query { ... on Query { x: __type(name: "Loan") { name } } }';
    await graph.ask({ query: hidden });
    expect(seen).toEqual([1]);
  });
});

describe('an operation', () => {
  it('is planned once, and once more for other values of its conditions', async () => {
    const { graph, plans } = await watched();
    const query = 'query ($all: Boolean!) { people(first: 1) { name @include(if: $all) } }';
    for (const all of [true, false, true, false]) await graph.ask({ query, variables: { all } });
    expect(plans).toHaveLength(2);
  });

  it('is planned again when it has fallen out of the cache', async () => {
    const { graph, plans } = await watched({ mostOperations: 1 });
    for (const query of ['{ people { id } }', '{ people { name } }', '{ people { id } }']) await graph.ask({ query });
    expect(plans).toHaveLength(3);
  });

  it('of one name in a document is not another of it', async () => {
    const { graph } = await watched();
    const query = 'query a { people(first: 1) { id } } query b { people(first: 1) { name } }';
    expect((await graph.ask({ query, operationName: 'a' })).data).toEqual({ people: [{ id: 'p1' }, null] });
    expect((await graph.ask({ query, operationName: 'b' })).data).toEqual({ people: [{ name: 'Person 1' }, null] });
  });

  it('with variables that do not fit is refused as Apollo’s gateway refuses it, unplanned', async () => {
    const { graph, plans } = await watched();
    const asked = { query: 'query ($id: ID!) { exhibit(id: $id) { id } }', variables: { id: null } };
    const { data, errors, seen } = await graph.ask(asked);
    const apollo = await (await apolloGraph(museum)).ask(asked);
    expect({ data, errors }).toEqual({ data: apollo.data, errors: apollo.errors });
    expect({ plans, seen }).toEqual({ plans: [], seen: [] });
  });

  it('that nobody can plan fails without a word of the graph’s inside, and is not tried again', async () => {
    let tries = 0;
    const createPlanner: CreatePlanner = () => ({
      name: 'apollo',
      plan: async () => {
        tries += 1;
        throw new Error('Person.salary of subgraph people');
      },
    });
    const { graph, outcomes } = await watched({ createPlanner });
    for (let time = 0; time < 2; time += 1) {
      const { data, errors } = await graph.ask({ query: '{ people { id } }' });
      expect({ data, errors }).toEqual({ data: null, errors: [{ message: 'The operation cannot be planned.' }] });
    }
    expect({ tries, outcomes }).toEqual({ tries: 1, outcomes: ['NOT_PLANNED', 'NOT_PLANNED'] });
  });
});

describe('the executor tells', () => {
  it('of entities that a subgraph does not show, and when a run has ended', async () => {
    const hidden: TestContext[] = [];
    const ended: TestContext[] = [];
    const events = {
      entityHidden: (context: TestContext) => void hidden.push(context),
      ended: (context: TestContext) => void ended.push(context),
    };
    const graph = await compiledGraph(museum, { events });
    // p99, the curator of the third museum, is known to nobody.
    await graph.ask({ query: '{ museums { curator { name } } }' });
    await graph.ask({ query: '{ museum(slug: "museum-1") { curator { name } } }' });
    expect([hidden.length, ended.length]).toEqual([1, 2]);
  });
});

describe('another supergraph', () => {
  const before = cannedGraph({ one: 'type Query { old: String same: String }' }, () => ({
    data: { old: 'old', same: 'one' },
  }));
  const after = cannedGraph({ one: 'type Query { same: String new: String }' }, () => ({
    data: { same: 'two', new: 'new' },
  }));

  it('is served from then on', async () => {
    const graph = await compiledGraph(before);
    graph.update(after.supergraphSdl);
    expect(Object.keys(graph.apiSchema().getQueryType()?.getFields() ?? {})).toEqual(['same', 'new']);
    expect((await graph.ask({ query: '{ same }' })).data).toEqual({ same: 'one' });
  });

  it('that is bad is refused, and the old one goes on', async () => {
    const graph = await compiledGraph(before);
    for (const bad of ['type Query { no: String }', 'nonsense {', '']) {
      expect(() => graph.update(bad)).toThrow(/supergraph|Syntax/);
    }
    expect((await graph.ask({ query: '{ old same }' })).data).toEqual({ old: 'old', same: 'one' });
  });

  it('that only the planner cannot take is refused before anything is swapped', async () => {
    const createPlanner: CreatePlanner = (sdl, loaded) => {
      if (sdl === after.supergraphSdl) throw new Error('not for me');
      return apolloPlanner(sdl, loaded);
    };
    const graph = await compiledGraph(before, { createPlanner });
    expect(() => graph.update(after.supergraphSdl)).toThrow('not for me');
    expect((await graph.ask({ query: '{ old }' })).data).toEqual({ old: 'old' });
  });

  it('does not disturb a run that began on the old one', async () => {
    let answer = (): void => undefined;
    const slow = cannedGraph({ one: 'type Query { old: String }' }, async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { data: { old: 'still here' } };
    });
    const graph = await compiledGraph(slow);
    const asked = graph.ask({ query: '{ old }' });
    await new Promise((resolve) => setImmediate(resolve));
    graph.update(after.supergraphSdl);
    answer();
    expect((await asked).data).toEqual({ old: 'still here' });
  });
});

describe('through Apollo Server', () => {
  it('an answer is the executor’s own text, with errors and extensions beside it', async () => {
    const { gateway } = oneVisitGateway<TestContext>({ ...museum, logger: quietLogger });
    const server = new ApolloServer<TestContext>({ gateway, stringifyResult, logger: quietLogger });
    await server.start();
    const post = async (query: string): Promise<unknown> => {
      const { body } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body: { query },
        },
        context: async () => ({ trouble: noTrouble, seen: [] }),
      });
      return body.kind === 'complete' ? body.string : null;
    };
    expect(await post('{ people(first: 1) { name email: id } }')).toBe(
      '{"data":{"people":[{"name":"Person 1","email":"p1"},null]}}\n',
    );
    expect(await post('mutation { refund(id: "t9") { id } }')).toMatch(/^\{"errors":\[.*\],"data":null\}\n$/);
    expect(await post('{ loans { status } }')).toMatch(
      /^\{"data":\{"loans":\[.*\]\},"extensions":\{"valueCompletion":.*\}\}\n$/,
    );
    await server.stop();
  });
});
