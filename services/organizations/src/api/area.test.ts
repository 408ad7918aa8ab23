import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { smallTownReference } from '../testing/small-town.ts';
import { codesByPage } from '../testing/connection.ts';
import { mountWith } from '../testing/mount.ts';

let mounted: MountedForTest;
const ask = (document: string, variables: Record<string, unknown> = {}) =>
  mounted.as(aViewer('PUBLIC'))(document, variables);

beforeAll(async () => {
  mounted = await mountWith(smallTownReference);
});

afterAll(() => mounted.close());

describe('area', () => {
  it('knows the areas above and below it', async () => {
    const { data } = await ask(`{ area(code: "990102") {
      code name level population parent { code population } children { code } path { code } } }`);
    expect(data).toEqual({
      area: {
        code: '990102',
        name: '区划 990102',
        level: 'COUNTY',
        population: null,
        parent: { code: '990100', population: 3_260_000 },
        children: [{ code: '990102001' }],
        path: [{ code: '990100' }, { code: '990102' }],
      },
    });
  });

  it('has nothing above it at the top', async () => {
    expect(await ask('{ area(code: "990100") { parent { code } path { code } } }')).toMatchObject({
      data: { area: { parent: null, path: [{ code: '990100' }] } },
    });
  });

  it('is null where there is none', async () => {
    expect(await ask('{ area(code: "110000") { code } }')).toMatchObject({ data: { area: null } });
  });

  it('pages its organizations apart from those of every other area', async () => {
    const { data } = await ask(`{ areas(level: COUNTY) { edges { node { code
      organizations(first: 1) { edges { node { code } } pageInfo { hasNextPage } }
      offices: organizations(first: 1, kind: PETITION_OFFICE) { edges { node { code } } } } } } }`);
    expect(data).toEqual({
      areas: {
        edges: [
          {
            node: {
              code: '990102',
              organizations: { edges: [{ node: { code: '990102-HRSS' } }], pageInfo: { hasNextPage: true } },
              offices: { edges: [{ node: { code: '990102001-LETT' } }] },
            },
          },
          {
            node: {
              code: '990103',
              organizations: { edges: [{ node: { code: '990103-LETT' } }], pageInfo: { hasNextPage: false } },
              offices: { edges: [] },
            },
          },
        ],
      },
    });
  });
});

describe('areas', () => {
  it('come in the order of their codes, page by page', async () => {
    const page = `query ($after: String) { areas(first: 3, after: $after) {
      edges { node { code } } pageInfo { hasNextPage endCursor } } }`;
    expect(await codesByPage('areas', (after) => ask(page, { after }))).toEqual([
      ['990100', '990102', '990102001'],
      ['990103'],
    ]);
  });

  it('are of one level where one is asked for', async () => {
    const { data } = await ask('{ areas(level: TOWNSHIP) { edges { node { code } } } }');
    expect(data).toEqual({ areas: { edges: [{ node: { code: '990102001' } }] } });
  });
});

describe('an area that another subgraph names', () => {
  it('is found by its code', async () => {
    const { data } = await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Area { code name } } }`,
      {
        of: [
          { __typename: 'Area', code: '990103' },
          { __typename: 'Area', code: 'nowhere' },
        ],
      },
    );
    expect(data).toEqual({ _entities: [{ code: '990103', name: '区划 990103' }, null] });
  });
});
