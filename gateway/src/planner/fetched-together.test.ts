import { describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { fetchedTogether } from './fetched-together.ts';
import type { FetchNode, PathStep, PlanNode } from './plan.ts';

const rootFields = (service: string, text: string): FetchNode => ({
  kind: 'FETCH',
  service,
  operationKind: text.startsWith('mutation') ? 'mutation' : 'query',
  operationName: null,
  text,
  document: parse(text),
  variables: [],
  entities: null,
  outputRewrites: [],
});

/** Fields of the items at a place. */
function itemsAt(place: string, service: string, selection: string, further: Partial<FetchNode> = {}): PlanNode {
  const path = place.split('.').map((name): PathStep => (name === '@' ? { kind: 'EACH' } : { kind: 'FIELD', name }));
  const slot = { answer: '_entities', variable: 'representations', paths: [[]], inputRewrites: [], outputRewrites: [] };
  const text = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection || '__typename'} } }`;
  const fetch = { ...rootFields(service, text), entities: [{ ...slot, requires: [] }], ...further };
  return { kind: 'FLATTEN', path, node: fetch };
}

const inSequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'SEQUENCE', nodes });
const inParallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'PARALLEL', nodes });

const first = rootFields('shops', '{ one { id } two { id } }');

/** Every request with what it asks for and which requests it waits for. */
function requests(node: PlanNode): readonly string[] {
  const { node: together } = fetchedTogether({ node });
  if (together?.kind !== 'STEPS') return ['unchanged'];
  return together.steps.map(({ node: step, after }) => {
    const fetch = step.kind === 'FLATTEN' ? step.node : step;
    const places = fetch.kind === 'FETCH' ? (fetch.entities ?? []).map(placesOf) : [];
    const service = fetch.kind === 'FETCH' ? fetch.service : fetch.kind;
    return [service, ...places, ...(after.length > 0 ? [`after ${after.join(' and ')}`] : [])].join(' ');
  });
}

const placesOf = ({ paths }: { paths: readonly (readonly PathStep[])[] }): string =>
  paths.map((path) => path.map((step) => (step.kind === 'FIELD' ? step.name : '@')).join('.')).join();

function sharedText(...fetches: PlanNode[]): string {
  const { node } = fetchedTogether({ node: inSequence(first, inParallel(...fetches)) });
  const step = node?.kind === 'STEPS' ? node.steps[1]?.node : null;
  return step?.kind === 'FETCH' ? print(parse(step.text)).replaceAll(/\s+/g, ' ') : '';
}

describe('a plan', () => {
  it('asks a subgraph once for entities at several places', () => {
    const node = inSequence(
      first,
      inParallel(
        itemsAt('one.@', 'items', 'price'),
        itemsAt('two', 'items', 'price'),
        itemsAt('two', 'stock', 'count'),
        itemsAt('one.@', 'items', 'name'),
      ),
    );
    expect(requests(node)).toEqual(['shops', 'items one.@ two one.@ after 0', 'stock  after 0']);
  });

  it('does so across its branches, each request waiting for what its parts wait for', () => {
    const node = inParallel(
      inSequence(first, itemsAt('one', 'stock', 'count'), itemsAt('one.box', 'items', 'price')),
      inSequence(
        rootFields('boxes', '{ boxes { id } }'),
        itemsAt('boxes', 'parts', 'part'),
        itemsAt('boxes', 'items', 'name'),
      ),
    );
    expect(requests(node)).toEqual([
      'shops',
      'boxes',
      'stock  after 0',
      'parts  after 1',
      'items one.box boxes after 2 and 3',
    ]);
  });

  it('stays as it is where nothing comes together, and where conditions decide over it', () => {
    const apart = inSequence(first, inParallel(itemsAt('one', 'items', 'price'), itemsAt('two', 'stock', 'count')));
    expect(requests(apart)).toEqual(['unchanged']);
    const two = [itemsAt('one', 'items', 'price'), itemsAt('two', 'items', 'name')] as const;
    const whenTrue = inParallel(...two);
    expect(requests(inSequence(first, { kind: 'CONDITION', variable: 'a', whenTrue, whenFalse: null }))).toEqual([
      'unchanged',
    ]);
    expect(fetchedTogether({ node: null })).toEqual({ node: null });
  });

  it('keeps root fields apart, and what a mutation reads before the next', () => {
    const change = (name: string): PlanNode =>
      inSequence(rootFields('shops', `mutation { ${name} { id } }`), itemsAt(name, 'items', 'price'));
    expect(requests(inSequence(change('one'), change('two')))).toEqual(['unchanged']);
    expect(requests(inParallel(first, first))).toEqual(['unchanged']);
  });
});

describe('a request for several places', () => {
  it('has a field for each of them, with its own representations', () => {
    expect(sharedText(itemsAt('one', 'items', 'price'), itemsAt('two', 'items', 'name'))).toBe(
      'query ($representations_0: [_Any!]!, $representations_1: [_Any!]!) ' +
        '{ _entities_0: _entities(representations: $representations_0) { price } ' +
        '_entities_1: _entities(representations: $representations_1) { name } }',
    );
  });

  it('has variables of clients once, and fragments of one name as often as they differ', () => {
    const asked = (text: string): Partial<FetchNode> => ({
      document: parse(
        `query ($representations: [_Any!]!, $in: String) { _entities(representations: $representations) { ...f } } ${text}`,
      ),
      variables: ['in'],
    });
    const price = asked('fragment f on Item { price(in: $in) }');
    const name = asked('fragment f on Item { ...g } fragment g on Item { name(in: $in) }');
    const text = sharedText(
      itemsAt('one', 'items', '', price),
      itemsAt('two', 'items', '', name),
      itemsAt('three', 'items', '', price),
    );
    expect(text).toBe(
      'query ($representations_0: [_Any!]!, $in: String, $representations_1: [_Any!]!, $representations_2: [_Any!]!) ' +
        '{ _entities_0: _entities(representations: $representations_0) { ...f } ' +
        '_entities_1: _entities(representations: $representations_1) { ...f_1 } ' +
        '_entities_2: _entities(representations: $representations_2) { ...f } } ' +
        'fragment f on Item { price(in: $in) } ' +
        'fragment f_1 on Item { ...g_1 } fragment g_1 on Item { name(in: $in) }',
    );
  });
});
