import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type DeliveredEvent, type Role } from '@onevisit/kernel';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { BadEventError } from '../app/event-data.ts';
import { indicatorDefinitions } from '../domain/indicator-definitions.ts';
import { anEvent } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';
import { smallTown, smallTownReference } from '../testing/small-town.ts';

const { countyBureau, otherBureau, department } = smallTown;

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountWith({ ...smallTownReference, indicatorDefinitions });
});

beforeEach(() => mounted.database.query('truncate indicator_values, inbox, inbox_subjects'));

afterAll(() => mounted.close());

const computed = (data: DeliveredEvent['data'] = {}, overrides: Partial<DeliveredEvent> = {}): DeliveredEvent =>
  anEvent({
    type: 'indicator.computed.v1',
    data: {
      code: 'K03',
      organizationId: countyBureau.id,
      period: '2026-Q1',
      numerator: 36,
      denominator: 40,
      ...data,
    },
    ...overrides,
  });
const tell = (...events: readonly DeliveredEvent[]) => Promise.all(events.map(mounted.subgraph.consume));
const stored = () =>
  mounted.database.query(
    `select code, organization_id as "organizationId", period, numerator, denominator from indicator_values
     order by code, organization_id`,
  );

const ask = (document: string, role: Role = 'DIRECTOR') => mounted.as(aViewer(role))(document);

describe('onIndicatorComputed', () => {
  it('freezes the value of a period that is over', async () => {
    await tell(computed());
    expect(await stored()).toEqual([
      { code: 'K03', organizationId: countyBureau.id, period: '2026-Q1', numerator: 36, denominator: 40 },
    ]);
  });

  it('keeps the first value of a period, however often and with whatever version another comes', async () => {
    const first = computed();
    await tell(first);
    await tell(first, computed({ numerator: 40 }));
    await tell({ ...computed({ numerator: 40 }), subjectId: first.subjectId, subjectVersion: 2 });
    expect(await stored()).toMatchObject([{ numerator: 36 }]);
  });

  it('takes the value of an organization and an indicator that are unknown here', async () => {
    await tell(computed({ organizationId: newId(), code: 'P07', numerator: 2.5 }));
    expect(await stored()).toMatchObject([{ code: 'P07', numerator: 2.5 }]);
  });

  it.each([
    { period: '2026-Q2' },
    { period: '2026-04' },
    { numerator: -1 },
    { denominator: 1.5 },
    { denominator: '40' },
  ])('takes no value that says %j', async (data) => {
    await expect(tell(computed(data))).rejects.toThrow(BadEventError);
    expect(await stored()).toEqual([]);
  });

  it.each(['update indicator_values set numerator = 40', 'delete from indicator_values'])(
    'is never taken back: %s',
    async (sql) => {
      await tell(computed());
      await expect(mounted.database.source.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );
});

describe('onIndicatorDefined', () => {
  const definition = {
    code: 'P07',
    name: '试点覆盖率',
    englishName: 'Pilot coverage',
    formula: '试点单位占比',
    englishFormula: 'units that try it / all units',
    unit: 'SHARE',
    direction: 'HIGHER',
    period: 'QUARTER',
    minimumDenominator: 10,
  };
  const defined = (overrides: Partial<DeliveredEvent> = {}) =>
    anEvent({ type: 'indicator.defined.v1', source: 'innovation', data: definition, ...overrides });
  const known = async () => {
    const { data } = await ask('{ indicatorDefinitions { code version name } }', 'PUBLIC');
    return (data as { indicatorDefinitions: { code: string }[] }).indicatorDefinitions.filter(
      ({ code }) => code === 'P07' || code === 'K03',
    );
  };

  it('takes the indicator of another subgraph, whose values count from then on', async () => {
    await tell(defined(), computed({ code: 'P07' }));
    expect(await known()).toEqual([
      { code: 'K03', version: 1, name: '按期办结率' },
      { code: 'P07', version: 1, name: '试点覆盖率' },
    ]);
    const { data } = await ask(`{ organization(code: "990102-LETT") { indicatorValues(period: "2026-Q1") {
      value indicator { name } } } }`);
    expect(data).toEqual({
      organization: { indicatorValues: [{ value: 0.9, indicator: { name: '试点覆盖率' } }] },
    });
  });

  it('takes its next version, and leaves an older one', async () => {
    const first = defined();
    await tell({ ...first, subjectVersion: 3, data: { ...definition, name: '第三版' } });
    await tell({ ...first, id: newId(), subjectVersion: 2, data: { ...definition, name: '第二版' } });
    expect(await known()).toContainEqual({ code: 'P07', version: 3, name: '第三版' });
  });

  it.each([{ code: 'K03' }, { unit: 'PERSONS' }, { name: null }])('refuses one that says %j', async (data) => {
    await expect(tell(defined({ data: { ...definition, ...data } }))).rejects.toThrow(BadEventError);
    expect((await known())[0]).toEqual({ code: 'K03', version: 1, name: '按期办结率' });
  });
});

describe('IndicatorDefinition.values', () => {
  const values = (more = '') =>
    `{ indicatorDefinitions { code values(period: "2026-Q1"${more}) {
      edges { node { organization { code } isRated numerator denominator value band { from to } frozenAt } }
      pageInfo { hasNextPage endCursor } } } }`;
  const ofK03 = async (role?: Role, more?: string) => {
    const { data } = await ask(values(more), role);
    const all = (data as { indicatorDefinitions: { code: string; values: Values }[] }).indicatorDefinitions;
    const found = all.find(({ code }) => code === 'K03');
    if (!found) throw new Error('no K03');
    return found.values;
  };
  type Values = Readonly<{
    edges: { node: { organization: { code: string } } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  }>;

  beforeEach(() =>
    tell(
      computed(),
      computed({ organizationId: department.id, numerator: 20, denominator: 40 }),
      computed({ organizationId: otherBureau.id, numerator: 3, denominator: 4 }),
      computed({ organizationId: otherBureau.id, period: '2025-Q4' }),
    ),
  );

  it('tells colleagues the figures of every organization, and of too few nothing', async () => {
    const frozenAt = '2026-04-29T02:00:00.000Z';
    expect((await ofK03()).edges.map(({ node }) => node)).toEqual([
      {
        organization: { code: '990102-HRSS' },
        isRated: true,
        numerator: 20,
        denominator: 40,
        value: 0.5,
        band: null,
        frozenAt,
      },
      {
        organization: { code: '990102-LETT' },
        isRated: true,
        numerator: 36,
        denominator: 40,
        value: 0.9,
        band: null,
        frozenAt,
      },
      {
        organization: { code: '990103-LETT' },
        isRated: false,
        numerator: null,
        denominator: null,
        value: null,
        band: null,
        frozenAt,
      },
    ]);
  });

  it('tells the public a band where a few people would be told of', async () => {
    expect((await ofK03('PUBLIC')).edges.map(({ node }) => node)).toMatchObject([
      { value: 0.5, numerator: 20, band: null },
      { isRated: true, value: null, numerator: null, denominator: null, band: { from: 0.9, to: 1 } },
      { isRated: false },
    ]);
  });

  it('is paged in the order of the organizations’ codes', async () => {
    const { edges, pageInfo } = await ofK03('DIRECTOR', ', first: 2');
    expect([edges.length, pageInfo.hasNextPage]).toEqual([2, true]);
    const rest = await ofK03('DIRECTOR', `, first: 2, after: "${pageInfo.endCursor}"`);
    expect(rest.edges.map(({ node }) => node.organization.code)).toEqual(['990103-LETT']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('is read for all indicators in one statement, beside their list and their organizations', async () => {
    const { extensions } = await ask(values());
    expect(extensions?.['sql']).toBe(3);
  });
});
