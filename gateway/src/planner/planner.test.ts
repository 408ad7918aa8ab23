import { describe, expect, it } from '@jest/globals';
import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { cannedGraph } from '../executor/testing/canned-graph.ts';
import { museumSubgraphs } from '../executor/testing/museum/museum.ts';
import { testGraph, type TestGraph } from '../executor/testing/test-graph.ts';
import { Kind, parse, print, type OperationDefinitionNode } from 'graphql';
import { apolloPlanner } from './apollo-planner.ts';
import { plannerNamed, plannerOf } from './create-planner.ts';
import { loadHivePlanner } from './hive-planner.ts';
import { countFetches } from './plan.ts';
import { documentOf, plannedOperation } from './planned-operation.ts';
import { plannerNames } from './planner.ts';

const { supergraphSdl } = testGraph(museumSubgraphs);

const operationOf = (query: string): OperationDefinitionNode => parse(query).definitions[0] as OperationDefinitionNode;

describe('PLANNER', () => {
  it.each([
    [undefined, 'apollo'],
    ['', 'apollo'],
    ['apollo', 'apollo'],
    ['hive', 'hive'],
  ])('of %s means %s', (setting, name) => {
    expect(plannerOf(setting)).toBe(name);
  });

  it('of any other name is refused', () => {
    expect(() => plannerOf('best')).toThrow('PLANNER is apollo or hive, not best');
  });
});

describe('a machine without the native add-on', () => {
  it('says so when Hive’s planner is asked for, and what to do', async () => {
    const cause = new Error('Cannot find native binding');
    const loading = loadHivePlanner(() => Promise.reject(cause));
    await expect(loading).rejects.toThrow(
      new RegExp(`needs the native add-on .* on ${process.platform} ${process.arch}. Leave PLANNER out`),
    );
    await expect(loading).rejects.toMatchObject({ cause });
  });
});

describe('an operation that Hive’s planner cannot plan', () => {
  it('is planned by Apollo’s', async () => {
    const planner = (await plannerNamed('hive'))(supergraphSdl);
    const priced = 'tickets { ... on Priced { ... on Ticket { price } } }';
    const query = `{ person(email: "p1@museum.example") { boss { team { museum { fee } } } } ${priced} }`;
    expect((await planner.plan({ operation: operationOf(query), fragments: new Map() })).planner).toBe('apollo');
  });
});

describe('Apollo’s planner that its gateway has made', () => {
  const asks = async (graph: TestGraph, query: string): Promise<string[]> => {
    const asked: string[] = [];
    const loaded = (): QueryPlanner => {
      asked.push('loaded');
      return new QueryPlanner(Supergraph.build(graph.supergraphSdl));
    };
    const planner = apolloPlanner(graph.supergraphSdl, loaded);
    const { plan } = await planner.plan({ operation: operationOf(query), fragments: new Map() });
    return [...asked, `${countFetches(plan.node)} fetches`];
  };

  it('is taken, so that there is no second', async () => {
    const graph = cannedGraph({ one: 'type Query { same: String }' }, () => ({ data: null }));
    expect(await asks(graph, '{ same }')).toEqual(['loaded', '1 fetches']);
  });

  it('is not taken where the supergraph had to be changed before it was planned for', async () => {
    expect(await asks(testGraph(museumSubgraphs), '{ people { name } }')).toEqual(['1 fetches']);
  });

  it('is not there before the supergraph is loaded', async () => {
    const { supergraphSdl: sdl } = cannedGraph({ one: 'type Query { same: String }' }, () => ({ data: null }));
    const planning = apolloPlanner(sdl, () => null).plan({ operation: operationOf('{ same }'), fragments: new Map() });
    await expect(planning).rejects.toThrow('The supergraph is not loaded yet');
  });
});

describe.each(plannerNames)('the planner %s', (name) => {
  it('plans what is to be fetched, in our language', async () => {
    const planner = (await plannerNamed(name))(supergraphSdl);
    const operation = operationOf('{ people(first: 1) { name reviews { stars } } }');
    const { plan, planner: by } = await planner.plan({ operation, fragments: new Map() });
    expect(by).toBe(name);
    expect(countFetches(plan.node)).toBe(2);
    expect(plan.node?.kind).toBe('SEQUENCE');
  });

  it('throws at a supergraph that is none', async () => {
    const createPlanner = await plannerNamed(name);
    expect(() => createPlanner('nonsense {')).toThrow(/Syntax|syntax|parse/);
  });
});

describe('what is planned of an operation', () => {
  const planned = (query: string, known: Readonly<Record<string, boolean>>): string => {
    const document = parse(query);
    const fragments = new Map(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
    return print(documentOf(plannedOperation(operationOf(query), fragments, known))).replaceAll(/\s+/g, ' ');
  };

  it('has nothing that conditions leave out, and no condition that is known', () => {
    const query =
      'query ($a: Boolean!, $b: Boolean!) { one @skip(if: $a) two @include(if: $a) @skip(if: $b) three @include(if: false) }';
    expect(planned(query, { a: true })).toBe('query ($a: Boolean!, $b: Boolean!) { two @skip(if: $b) }');
    expect(planned(query, { a: false, b: true })).toBe('query ($a: Boolean!, $b: Boolean!) { one }');
  });

  it('asks for the type where nothing else is left, and has no fragment that nobody spreads', () => {
    const query =
      '{ one { two @skip(if: true) } ...f @include(if: false) ...g } fragment f on Query { three } fragment g on Query { four }';
    expect(planned(query, {})).toBe('{ one { __typename } ...g } fragment g on Query { four }');
  });
});
