import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { smallTown, smallTownReference } from '../testing/small-town.ts';
import { codesByPage, codesIn } from '../testing/connection.ts';
import { mountWith } from '../testing/mount.ts';

const { cityBureau, countyBureau, merged, department } = smallTown;
let mounted: MountedForTest;
const ask = (document: string, variables: Record<string, unknown> = {}) =>
  mounted.as(aViewer('PUBLIC'))(document, variables);

beforeAll(async () => {
  mounted = await mountWith(smallTownReference);
});

afterAll(() => mounted.close());

describe('organization', () => {
  const byKey = `query ($id: ID, $code: ID) { organization(id: $id, code: $code) { id code } }`;

  it.each([{ id: countyBureau.id }, { code: countyBureau.code }])('is found by one key: %j', async (key) => {
    const { data } = await ask(byKey, key);
    expect(data).toEqual({ organization: { id: countyBureau.id, code: '990102-LETT' } });
  });

  it.each([{ code: '990199-LETT' }, { id: department.areaCode }])('is null for a key of nobody: %j', async (key) => {
    expect(await ask(byKey, key)).toMatchObject({ data: { organization: null } });
  });

  it.each([{}, { id: countyBureau.id, code: countyBureau.code }])('wants exactly one key: %j', async (keys) => {
    const { data, errors } = await ask(byKey, keys);
    expect(data).toEqual({ organization: null });
    expect(errors).toMatchObject([
      { message: '请提供机构标识或机构编码之一。', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('tells what it is and where it stands', async () => {
    const { data } = await ask(`{ organization(code: "990102-LETT") {
      name shortName kind level isVertical functions peerGroup validFrom validTo
      area { code path { code } } superior { code } successor { code }
      subordinates { edges { node { code } } } } }`);
    expect(data).toEqual({
      organization: {
        name: '单位 990102-LETT',
        shortName: '990102-LETT',
        kind: 'PETITION_BUREAU',
        level: 'CITY',
        isVertical: false,
        functions: [],
        peerGroup: null,
        validFrom: '2024-01-01',
        validTo: null,
        area: { code: '990102', path: [{ code: '990100' }, { code: '990102' }] },
        superior: { code: '990100-LETT' },
        successor: null,
        subordinates: { edges: [{ node: { code: '990102001-LETT' } }] },
      },
    });
  });

  it('finds one that is no longer in force, and its successor', async () => {
    const { data } = await ask('{ organization(code: "990102-LABR") { validTo successor { code } } }');
    expect(data).toEqual({ organization: { validTo: '2025-12-31', successor: { code: '990102-HRSS' } } });
  });
});

describe('organizations', () => {
  const page = `query ($first: Int! = 20, $after: String, $kind: OrganizationKind, $areaCode: ID) {
    organizations(first: $first, after: $after, kind: $kind, areaCode: $areaCode) {
      edges { node { code } } pageInfo { hasNextPage endCursor } } }`;
  const codes = async (variables: Record<string, unknown>) => codesIn(await ask(page, variables), 'organizations');

  it('are those in force, in the order of their codes', async () => {
    expect(await codes({})).toEqual(['990100-LETT', '990102-HRSS', '990102-LETT', '990102001-LETT', '990103-LETT']);
    expect(await codes({})).not.toContain(merged.code);
  });

  it('of an area are those of all areas below it, too', async () => {
    expect(await codes({ areaCode: '990102' })).toEqual(['990102-HRSS', '990102-LETT', '990102001-LETT']);
    expect(await codes({ areaCode: '990102', kind: 'PETITION_OFFICE' })).toEqual(['990102001-LETT']);
  });

  it('of one kind are found in the whole city', async () => {
    expect(await codes({ kind: 'PETITION_BUREAU' })).toEqual(['990100-LETT', '990102-LETT', '990103-LETT']);
  });

  it('are none in an area that does not exist', async () => {
    expect(await codes({ areaCode: '110000' })).toEqual([]);
  });

  it.each<Record<string, string>>([{}, { areaCode: '990100' }, { areaCode: '990100', kind: 'PETITION_BUREAU' }])(
    'are each on one page, whatever its size: %j',
    async (filter) => {
      const all = await codes(filter);
      for (const first of [1, 2, 3]) {
        const pages = await codesByPage('organizations', (after) => ask(page, { ...filter, first, after }));
        expect(pages.flat()).toEqual(all);
      }
    },
  );

  it.each([{ first: 0 }, { first: 101 }, { after: 'page-2' }])(
    'refuse a page that cannot be: %j',
    async (variables) => {
      const { errors } = await ask(page, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );
});

describe('subordinates', () => {
  it('come in the order of their codes, page by page', async () => {
    const page = `query ($after: String) { organization(code: "990100-LETT") {
      subordinates(first: 1, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } } }`;
    const pages = await codesByPage('subordinates', async (after) => {
      const { data } = await ask(page, { after });
      return { data: data?.['organization'] as Record<string, unknown> };
    });
    expect(pages).toEqual([['990102-LETT'], ['990103-LETT']]);
  });
});

describe('an organization that another subgraph names', () => {
  const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { id code } } }`;

  it('is found by id and by code, and null where there is none', async () => {
    const of = [{ id: cityBureau.id }, { code: '990102-LETT' }, { id: 'nobody' }];
    const { data } = await ask(entities, { of: of.map((key) => ({ __typename: 'Organization', ...key })) });
    expect(data).toEqual({
      _entities: [{ id: cityBureau.id, code: '990100-LETT' }, { id: countyBureau.id, code: '990102-LETT' }, null],
    });
  });
});
