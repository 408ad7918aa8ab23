import { describe, expect, it } from '@jest/globals';
import { plannerNamed } from '../planner/create-planner.ts';
import { plannerNames } from '../planner/planner.ts';
import type { SubgraphResult } from './subgraph-client.ts';
import { cannedGraph, type Answering } from './testing/canned-graph.ts';
import { noTrouble } from './testing/fate.ts';
import { apolloGraph, compiledGraph, type Answer } from './testing/mounted-graph.ts';
import { museumSubgraphs } from './testing/museum/museum.ts';
import { testGraph } from './testing/test-graph.ts';

const museum = testGraph(museumSubgraphs);

const schemas = {
  shops: `
    type Query { things: [Thing] shop: Shop @shareable }
    union Thing = Item | Box
    type Item @key(fields: "id", resolvable: false) { id: ID! }
    type Box { label: String }
    type Shop { name: String @shareable rooms: [String!] }`,
  items: `
    type Query { shop: Shop @shareable }
    type Item @key(fields: "id") { id: ID! price: Int tags: [String!] }
    type Shop { name: String @shareable open: Boolean }`,
};

const things = [
  { __typename: 'Box', label: 'box' },
  { __typename: 'Item', id: '1' },
  { __typename: 'Item', id: '1' },
  { __typename: 'Item', id: '2' },
];

/** Things of the shop, and whatever a test says of its items. */
const withItems =
  (items: SubgraphResult): Answering =>
  (service) =>
    service === 'shops' ? { data: { things: structuredClone(things) } } : structuredClone(items);

const priceQuery = '{ things { ... on Item { price } } }';

async function both(answering: Answering, query: string): Promise<Readonly<{ ours: Answer; apollo: Answer }>> {
  const graph = cannedGraph(schemas, answering);
  const ours = await (await compiledGraph(graph)).ask({ query });
  const apollo = await (await apolloGraph(graph)).ask({ query });
  return { ours, apollo };
}

describe('a fetch of entities', () => {
  it('sends each distinct representation once, and all that are equal get its answer', async () => {
    const items = { data: { _entities: [{ price: 5 }, { price: 6 }] } };
    const { data, seen } = await (
      await compiledGraph(cannedGraph(schemas, withItems(items)))
    ).ask({ query: priceQuery });
    expect(data).toEqual({ things: [{}, { price: 5 }, { price: 5 }, { price: 6 }] });
    expect(seen.at(-1)?.variables['representations']).toEqual([
      { __typename: 'Item', id: '1' },
      { __typename: 'Item', id: '2' },
    ]);
  });

  it('reports an error at every place that waits for the entity, which Apollo’s executor counts wrong', async () => {
    const failed = { message: 'no price', path: ['_entities', 0, 'price'], extensions: { code: 'BAD' } };
    const graph = cannedGraph(
      schemas,
      withItems({ data: { _entities: [{ price: null }, { price: 6 }] }, errors: [failed] }),
    );
    const { data, errors } = await (await compiledGraph(graph)).ask({ query: priceQuery });
    expect(data).toEqual({ things: [{}, { price: null }, { price: null }, { price: 6 }] });
    const extensions = { code: 'BAD', serviceName: 'items' };
    expect(errors).toEqual([
      { message: 'no price', path: ['things', 1, 'price'], extensions },
      { message: 'no price', path: ['things', 2, 'price'], extensions },
    ]);

    const items = [{ price: null }, { price: null }, { price: 6 }];
    const apollo = await apolloGraph(cannedGraph(schemas, withItems({ data: { _entities: items }, errors: [failed] })));
    expect((await apollo.ask({ query: priceQuery })).errors.map(({ path }) => path)).toEqual([['things', 0, 'price']]);
  });

  it('reports the failure of a whole fetch where its entities begin, with no word of the planner’s', async () => {
    const { ours, apollo } = await both(
      withItems({ data: null, errors: [{ message: 'down', path: ['_entities'] }] }),
      priceQuery,
    );
    const extensions = { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'items' };
    expect(ours.errors).toEqual([{ message: 'down', path: ['things'], extensions }]);
    expect(ours.data).toEqual({ things: [{}, { price: null }, { price: null }, { price: null }] });
    expect(apollo.errors).toEqual([{ message: 'down', path: ['things', '@', '_entities'], extensions }]);
  });

  it.each([
    ['no list of entities', { data: {} }],
    ['too few entities', { data: { _entities: [] } }],
    ['an error without a place', { errors: [{ message: 'down' }] }],
  ])('takes %s for a failure, as Apollo’s executor does', async (_what, items) => {
    const { ours, apollo } = await both(withItems(items), priceQuery);
    expect(ours.errors).toHaveLength(1);
    expect(ours.data).toEqual(apollo.data);
    expect(ours.errors[0]?.path).toEqual(apollo.errors[0]?.path);
  });

  it('goes on without a subgraph whose client throws', async () => {
    const graph = cannedGraph(schemas, (service) => {
      if (service === 'items') throw new Error('socket closed');
      return { data: { things: structuredClone(things) } };
    });
    const { data, errors } = await (
      await compiledGraph(graph)
    ).ask({ query: '{ things { ... on Box { label } ... on Item { id price } } }' });
    expect(data).toEqual({
      things: [{ label: 'box' }, { id: '1', price: null }, { id: '1', price: null }, { id: '2', price: null }],
    });
    expect(errors).toEqual([{ message: 'socket closed' }]);
  });
});

describe('entities of two places that are fetched together', () => {
  const pair = {
    shops: 'type Query { one: Item two: [Item] } type Item @key(fields: "id") { id: ID! }',
    items: 'type Item @key(fields: "id") { id: ID! price: Int }',
  };
  const query = '{ one { price } two { price } }';

  const answered = async (items: SubgraphResult): Promise<Answer> => {
    const id = (each: string): object => ({ __typename: 'Item', id: each });
    const shops = { data: { one: id('1'), two: [id('2'), id('1')] } };
    const graph = cannedGraph(pair, (service) => structuredClone(service === 'shops' ? shops : items));
    return (await compiledGraph(graph)).ask({ query });
  };

  it('get what each of them was answered, and errors at their own places', async () => {
    const { data, errors, seen } = await answered({
      data: { _entities_0: [{ price: 5 }], _entities_1: [{ price: null }, { price: 7 }] },
      errors: [{ message: 'no price', path: ['_entities_1', 0, 'price'] }],
    });
    expect(seen.map(({ service, variables }) => [service, variables])).toEqual([
      ['shops', {}],
      [
        'items',
        {
          representations_0: [{ __typename: 'Item', id: '1' }],
          representations_1: [
            { __typename: 'Item', id: '2' },
            { __typename: 'Item', id: '1' },
          ],
        },
      ],
    ]);
    expect(data).toEqual({ one: { price: 5 }, two: [{ price: null }, { price: 7 }] });
    expect(errors.map(({ path }) => path)).toEqual([['two', 0, 'price']]);
  });

  it('are all without an answer when the request fails', async () => {
    const down = ['_entities_0', '_entities_1'].map((key) => ({ message: 'down', path: [key] }));
    const { data, errors } = await answered({ data: null, errors: down });
    expect(data).toEqual({ one: { price: null }, two: [{ price: null }, { price: null }] });
    expect(errors.map(({ path }) => path)).toEqual([['one'], ['two']]);
  });

  it('do not wait for what others wait for', async () => {
    const chain = {
      one: 'type Query { items: [Item] } type Item @key(fields: "id") { id: ID! }',
      slow: 'type Item @key(fields: "id") { id: ID! slow: Int }',
      fast: 'type Item @key(fields: "id") { id: ID! box: Item }',
      last: 'type Item @key(fields: "id") { id: ID! last: Int }',
    };
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const item = { __typename: 'Item', id: '1' };
    const graph = cannedGraph(chain, async (service, { variables }) => {
      if (service === 'one') return { data: { items: [{ ...item }], again: [{ ...item }] } };
      if (service === 'slow') await released;
      if (service === 'last') release();
      const value = service === 'fast' ? { box: { ...item, box: { ...item } } } : { [service]: 1 };
      const keys = Object.keys(variables).map((name) => name.replace('representations', '_entities'));
      return { data: Object.fromEntries(keys.map((key) => [key, [structuredClone(value)]])) };
    });
    const { data, seen } = await (
      await compiledGraph(graph)
    ).ask({ query: '{ items { slow box { last box { last } } } again: items { slow } }' });
    expect(seen.filter(({ service }) => service === 'slow')).toHaveLength(1);
    expect(data).toMatchObject({ items: [{ slow: 1, box: { last: 1, box: { last: 1 } } }], again: [{ slow: 1 }] });
  });
});

describe('what subgraphs answer', () => {
  it('is null at the place of a value that is no list, where Apollo’s executor loses the whole answer', async () => {
    const tags: Readonly<Record<string, unknown>> = { 1: 'one', 2: ['two'] };
    const query = '{ things { ... on Item { tags } } }';
    const { ours, apollo } = await both((service, { variables }) => {
      if (service === 'shops') return { data: { things: structuredClone(things) } };
      const items = variables['representations'] as readonly { id: string }[];
      return { data: { _entities: items.map(({ id }) => ({ tags: tags[id] })) } };
    }, query);
    expect(ours.data).toEqual({ things: [{}, { tags: null }, { tags: null }, { tags: ['two'] }] });
    expect(ours.valueCompletion.map(({ path }) => path)).toEqual([
      ['things', 1, 'tags'],
      ['things', 2, 'tags'],
    ]);
    expect(apollo.data).toBeUndefined();
  });

  it('is kept when another subgraph that shares the field has null, whichever answers first', async () => {
    const query = '{ shop { rooms open } }';
    const answers: Readonly<Record<string, unknown>> = { shops: { rooms: ['one'] }, items: null };
    for (const slow of ['shops', 'items']) {
      const { ours } = await both(async (service) => {
        if (service === slow) await new Promise((resolve) => setTimeout(resolve, 5));
        return { data: { shop: structuredClone(answers[service]) } };
      }, query);
      expect(ours.data).toEqual({ shop: { rooms: ['one'], open: null } });
    }
  });

  it('never changes a prototype', async () => {
    const answer = JSON.parse('{"data":{"shop":{"name":"one","__proto__":{"polluted":true}}}}') as object;
    const { ours } = await both(() => answer, '{ shop { name } }');
    expect(ours.data).toEqual({ shop: { name: 'one' } });
    expect('polluted' in {}).toBe(false);
  });
});

describe.each(plannerNames)('with plans of %s', (planner) => {
  it('a mutation begins when all that the one before selects has been read', async () => {
    const graph = await compiledGraph(museum, { createPlanner: await plannerNamed(planner) });
    const query = `mutation {
      rename(id: "p1", name: "new") { name reviews { id } }
      retitle(id: "e1", title: "new") { title headline }
      again: rename(id: "p2", name: "newer") { name }
    }`;
    const { data, seen } = await graph.ask({ query });
    expect(seen.map(({ service }) => service)).toEqual(['people', 'reviews', 'exhibits', 'reviews', 'people']);
    expect(data).toEqual({
      rename: { name: 'new', reviews: [{ id: 'r1' }, { id: 'r8' }] },
      retitle: { title: 'new', headline: 'new (2)' },
      again: { name: 'newer' },
    });
  });

  it('one entity at two places keeps apart what is asked of its parts', async () => {
    const graph = await compiledGraph(museum, { createPlanner: await plannerNamed(planner) });
    const part = (first: number) =>
      `painting(id: "e1") { loans { exhibit { ... on Painting { reviews(first: ${first}) { id } } } } }`;
    const { data } = await graph.ask({ query: `{ one: ${part(1)} two: ${part(2)} }` });
    expect(data).toEqual({
      one: { loans: [{ exhibit: { reviews: [{ id: 'r1' }] } }, null] },
      two: { loans: [{ exhibit: { reviews: [{ id: 'r1' }, { id: 'r8' }] } }, null] },
    });
  });

  it('subgraphs get variables as they were sent, and none that were not', async () => {
    const graph = await compiledGraph(museum, { createPlanner: await plannerNamed(planner) });
    const query =
      'query ($input: AppraisalInput!, $first: Int = 1) { appraisal(input: $input) people(first: $first) { id } }';
    const { data, seen } = await graph.ask({ query, variables: { input: { id: 'e3' }, unused: 1 } });
    expect(data).toEqual({ appraisal: 4, people: [{ id: 'p1' }, null] });
    expect(seen.map(({ variables }) => variables)).toEqual(expect.arrayContaining([{ input: { id: 'e3' } }, {}]));
  });

  it('a plan for more conditions than are planned apart carries them', async () => {
    const createPlanner = await plannerNamed(planner);
    const query = 'query ($a: Boolean!, $b: Boolean!) { museums { name @include(if: $a) fee @skip(if: $b) } }';
    const apart = await compiledGraph(museum, { createPlanner });
    const together = await compiledGraph(museum, { createPlanner, mostConditions: 1 });
    for (const variables of [
      { a: true, b: true },
      { a: false, b: false },
      { a: true, b: false },
    ]) {
      const { data } = await together.ask({ query, variables });
      expect(data).toEqual((await apart.ask({ query, variables })).data);
    }
  });

  it('failures on the way are told, and gaps that they explain are not told again', async () => {
    const graph = await compiledGraph(museum, { createPlanner: await plannerNamed(planner) });
    const query = '{ exhibits(first: 2) { title related(first: 1) { title } } }';
    const trouble = { ...noTrouble, seed: 2, failures: 2 };
    const { errors, valueCompletion } = await graph.ask({ query, trouble });
    expect(errors.length).toBeGreaterThan(0);
    expect(valueCompletion).toEqual([]);
  });
});
