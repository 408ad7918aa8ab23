import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { organizations, personaByName, staff } from '@onevisit/city';
import { seededId, type Viewer } from '@onevisit/kernel';
import type { CitySize } from '@onevisit/subgraph';
import { aViewer, emptyTables, testKeys } from '@onevisit/testing';
import { definition } from '../../subgraph.ts';
import { startService, type TestService } from '../../testing/service.ts';

const anchor = '2026-04-30';
let service: TestService;

beforeEach(async () => {
  service = await startService(new Date('2026-04-30T02:00:00Z'));
});

afterEach(() => service.close());

async function load(size: CitySize): Promise<void> {
  const { database, clock } = service;
  const deliver = () => Promise.reject(new Error('only a subgraph that was started hands over'));
  const surroundings = {
    database,
    clock,
    deliver,
    subscribersOf: () => ['cases'],
    notify: async () => undefined,
    keys: testKeys(),
  };
  await definition.loadCity(surroundings, { size, anchor, progress: () => undefined });
}

const rows = <Row = Record<string, unknown>>(sql: string) => service.database.query<Row>(sql);
const count = async (table: string) => (await rows(`select * from ${table}`)).length;

function persona(name: string): Viewer {
  const { staffCode, roles, areaCode } = personaByName.get(name) ?? { staffCode: '', roles: [], areaCode: null };
  return aViewer('PUBLIC', { id: seededId('staff', staffCode), roles, areaCode });
}

async function tellOfOrganizations(): Promise<void> {
  for (const { code, superiorCode, areaPath } of organizations) {
    const superiorId = superiorCode === null ? null : seededId('organization', superiorCode);
    await service.tell({ id: seededId('organization', code), superiorId, areaPath });
  }
}

const summariesOf = (codes: readonly string[]) =>
  service.as(persona('director'))(
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Organization { careSummary { open overdue } } }
    }`,
    { representations: codes.map((code) => ({ __typename: 'Organization', id: seededId('organization', code) })) },
  );

describe('loadCity', () => {
  it('takes in everybody on the staff, in their organization, roles and task force', async () => {
    await load('NONE');
    const found = await rows('select id, code, roles, organization_id, task_force_id from staff order by code');
    expect(found).toEqual(
      staff
        .map(({ code, roles, organizationCode, taskForceCode }) => ({
          id: seededId('staff', code),
          code,
          roles,
          organization_id: seededId('organization', organizationCode),
          task_force_id: taskForceCode === null ? null : seededId('task-force', taskForceCode),
        }))
        .toSorted((left, right) => (left.code < right.code ? -1 : 1)),
    );
    expect(await count('care_requests')).toBe(0);
  });

  it('tells the other subgraphs of everybody, by ids and roles alone', async () => {
    await load('NONE');
    await service.subgraph.settle();
    const handler = staff.find(({ code }) => code === '990102-HRSS/2');
    const told = service.delivered.find(({ subjectId }) => subjectId === seededId('staff', '990102-HRSS/2'));
    expect(service.delivered).toHaveLength(staff.length);
    expect(told).toMatchObject({
      type: 'staff.joined.v1',
      source: 'staff-care',
      subjectVersion: 1,
      organizationId: seededId('organization', '990102-HRSS'),
      actorOrganizationId: null,
      data: { organizationId: seededId('organization', '990102-HRSS'), roles: handler?.roles, isActive: true },
    });
    expect(JSON.stringify(told)).not.toContain(handler?.displayName);
  });

  it('does nothing the second time', async () => {
    await load('S');
    await service.subgraph.settle();
    const before = [await count('staff'), await count('care_requests'), service.delivered.length];
    await load('S');
    await service.subgraph.settle();
    expect([await count('staff'), await count('care_requests'), service.delivered.length]).toEqual(before);
  });

  it('fills the docket with requests at every stage, all of them before the last day', async () => {
    await load('S');
    const states = await rows<{ state: string }>('select distinct state from care_requests order by state');
    const last = await rows<{ at: Date }>(
      'select greatest(max(filed_at), (select max(at) from care_actions)) as at from care_requests',
    );
    expect(states.map(({ state }) => state)).toEqual(['CLOSED', 'FILED', 'IN_ACTION', 'RESOLVED']);
    expect(last[0]?.at.getTime()).toBeLessThan(Date.parse('2026-04-30T00:00:00+08:00'));
  });

  it('makes the same rows every time, but for the seals', async () => {
    const facts = () => rows('select * from care_requests order by id');
    const steps = () => rows('select id, care_request_id, state, staff_id, at from care_actions order by id');
    await load('S');
    const first = [await facts(), await steps()];
    await emptyTables(service.database);
    await load('S');
    expect([await facts(), await steps()]).toEqual(first);
  });

  it('lets the care officer read every text', async () => {
    await tellOfOrganizations();
    await load('S');
    const docket = await service.as(persona('care-officer'))(
      '{ careRequests(first: 100) { edges { node { text actions { note } } } pageInfo { hasNextPage } } }',
    );
    expect(docket.errors).toBeUndefined();
  });

  it('shows the director where help is late once the term of the flooded townships has run out', async () => {
    await tellOfOrganizations();
    await load('S');
    const now = await summariesOf(['990124-LETT', '990124001-LETT']);
    service.clock.set(new Date('2026-05-06T16:00:00Z'));
    const later = await summariesOf(['990124-LETT', '990124001-LETT']);
    expect([now.data, later.data]).toEqual([
      { _entities: [{ careSummary: { open: 8, overdue: null } }, { careSummary: { open: null, overdue: null } }] },
      { _entities: [{ careSummary: { open: 8, overdue: 6 } }, { careSummary: { open: null, overdue: null } }] },
    ]);
  });
});
