import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plannerNamed } from '../planner/create-planner.ts';
import { plannerNames } from '../planner/planner.ts';
import { mediaGraph } from './testing/graphs/media.ts';
import { partsGraph } from './testing/graphs/parts.ts';
import { postsGraph } from './testing/graphs/posts.ts';
import { apolloGraph, compiledGraph, type MountedGraph } from './testing/mounted-graph.ts';
import { museumSubgraphs } from './testing/museum/museum.ts';
import { testGraph } from './testing/test-graph.ts';

type Difference = Readonly<{
  subgraphs: keyof typeof graphs;
  query: string;
  /** What Apollo's gateway answers. */
  apollo: unknown;
  /** What the federation specification says, and we answer. */
  ours: unknown;
}>;

const graphs = {
  media: testGraph(mediaGraph),
  museum: testGraph(museumSubgraphs),
  parts: testGraph(partsGraph),
  posts: testGraph(postsGraph),
};

const differences: Readonly<Record<string, Difference>> = {
  'a hidden field is not told to whoever gives its name to another': {
    subgraphs: 'posts',
    query: '{ posts { secret: title summary } }',
    apollo: {
      posts: [
        { secret: 'secret of p1', summary: '12 characters' },
        { secret: 'secret of p2', summary: '12 characters' },
      ],
    },
    ours: {
      posts: [
        { secret: 'p2', summary: '12 characters' },
        { secret: 'p1', summary: '12 characters' },
      ],
    },
  },
  'a field under the name of a key is what was asked for, and the key stays the key': {
    subgraphs: 'museum',
    query: '{ painting(id: "e1") { id: medium reviews { stars } } }',
    apollo: { painting: { id: 'e1', reviews: [{ stars: 1 }, { stars: 3 }] } },
    ours: { painting: { id: null, reviews: [{ stars: 1 }, { stars: 3 }] } },
  },
  'a list that is required in another length stays as long as the client asked': {
    subgraphs: 'posts',
    query: '{ posts { lastAuthor comments(limit: 1) { id } } }',
    apollo: {
      posts: ['p1', 'p2'].map((id) => ({ lastAuthor: 'a2', comments: [0, 1, 2].map((at) => ({ id: `${id}c${at}` })) })),
    },
    ours: { posts: ['p1', 'p2'].map((id) => ({ lastAuthor: 'a2', comments: [{ id: `${id}c0` }] })) },
  },
  'two fields that require one with different arguments each get their own': {
    subgraphs: 'posts',
    query: '{ posts { euros yuan } }',
    apollo: {
      posts: [
        { euros: 80, yuan: 80 },
        { euros: 160, yuan: 160 },
      ],
    },
    ours: {
      posts: [
        { euros: 10, yuan: 80 },
        { euros: 20, yuan: 160 },
      ],
    },
  },
  'a subgraph is asked by a key that it resolves': {
    subgraphs: 'parts',
    query: '{ machine { parts { id label } } }',
    apollo: { machine: null },
    ours: { machine: { parts: [{ id: '1', label: 'machine part 1' }] } },
  },
  'an object keeps its type when a subgraph knows it by an interface alone': {
    subgraphs: 'media',
    query: '{ song { __typename stars headline ... on Media { title } } }',
    apollo: { song: null },
    ours: { song: { __typename: 'Song', stars: 2, headline: 'about title of s1', title: 'title of s1' } },
  },
  'what one type requires is not missed for another of the same interface': {
    subgraphs: 'media',
    query: '{ media { stars ... on Song { headline } } }',
    apollo: { media: [{ stars: 2, headline: 'about title of s1' }, { stars: null }] },
    ours: { media: [{ stars: 2, headline: 'about title of s1' }, { stars: 2 }] },
  },
  'a fragment on the type within one on its interface counts': {
    subgraphs: 'media',
    query: '{ song { ... on Media { ... on Song { minutes } } } }',
    apollo: { song: {} },
    ours: { song: { minutes: 3 } },
  },
  'a value that counts as false survives a key that the planner made up': {
    subgraphs: 'media',
    query: '{ lent { ... on Song { b: box } ... on Film { b: box } } }',
    apollo: { lent: [{ b: 0 }, null] },
    ours: { lent: [{ b: 0 }, { b: 0 }] },
  },
  'an entity is not lost with a field that a condition leaves out': {
    subgraphs: 'museum',
    query: '{ museum(slug: "museum-2") { phone fee @include(if: false) } }',
    apollo: { museum: { phone: null } },
    ours: { museum: { phone: 'phone of museum-2' } },
  },
};

const mounted = new Map<string, MountedGraph>();
const graphOf = (subgraphs: string, executor: string): MountedGraph => {
  const graph = mounted.get(`${subgraphs} ${executor}`);
  if (!graph) throw new Error('not mounted');
  return graph;
};

beforeAll(async () => {
  for (const [name, graph] of Object.entries(graphs)) {
    mounted.set(`${name} stock`, await apolloGraph(graph));
    for (const planner of plannerNames) {
      mounted.set(`${name} ${planner}`, await compiledGraph(graph, { createPlanner: await plannerNamed(planner) }));
    }
  }
});

afterAll(async () => {
  for (const graph of mounted.values()) await graph.stop();
});

describe.each(Object.entries(differences))('%s', (_difference, { subgraphs, query, apollo, ours }) => {
  it.each(plannerNames)('with plans of %s', async (planner) => {
    const { data, errors } = await graphOf(subgraphs, planner).ask({ query });
    expect({ data, errors }).toEqual({ data: ours, errors: [] });
  });

  it('unlike in Apollo’s gateway', async () => {
    const { data } = await graphOf(subgraphs, 'stock').ask({ query });
    expect(data).toEqual(apollo);
  });
});
