import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Viewer } from '@onevisit/kernel';
import { aViewer, emptyTables } from '@onevisit/testing';
import type { MaskedResult } from '@onevisit/subgraph';
import { aCareRequest } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import {
  careOfficer,
  chief,
  cityBureau,
  clerk,
  countyBureau,
  department,
  director,
  handler,
  leader,
  loggedIn,
  organizations,
  otherCareOfficer,
  otherCountyBureau,
  staff,
  townshipOffice,
} from '../testing/people.ts';
import type { CareRequest } from '../domain/care-request.ts';
import type { Staff } from '../domain/staff.ts';

const noon = new Date('2026-04-29T04:00:00Z');
let service: TestService;

beforeAll(async () => {
  service = await startService(noon);
  await service.write((tx) => tx.staff.insertAll(staff));
  for (const organization of organizations) await service.tell(organization);
});

afterAll(() => service.close());

const ask = (viewer: Viewer, fields: string, ids: readonly string[]) =>
  service.as(viewer)(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Organization { ${fields} } } }`,
    { representations: ids.map((id) => ({ __typename: 'Organization', id })) },
  );

type StaffPage = Readonly<{ edges: readonly { node: { code: string } }[]; pageInfo: { hasNextPage: boolean } }>;

type Answered = Readonly<{ staff: StaffPage; careSummary: unknown }>;

const entities = (data: MaskedResult['data']) => (data?.['_entities'] ?? []) as readonly Answered[];

describe('Organization.staff', () => {
  const fields = 'staff(first: 2) { edges { node { code } } pageInfo { hasNextPage endCursor } }';

  it('is a page of each organization, its leader first, all of them in one statement', async () => {
    const result = await ask(loggedIn(clerk), fields, [cityBureau.id, countyBureau.id, townshipOffice.id, 'no id']);
    const pages = entities(result.data).map(({ staff: { edges, pageInfo } }) => [
      edges.map(({ node }) => node.code),
      pageInfo.hasNextPage,
    ]);
    expect(pages).toEqual([
      [['990100-LETT/1', '990100-LETT/2'], true],
      [['990102-LETT/1', '990102-LETT/2'], false],
      [[], false],
      [[], false],
    ]);
    expect(result.extensions).toEqual({ sql: 1 });
  });

  it('goes on behind the last one', async () => {
    const first = await ask(loggedIn(clerk), fields, [cityBureau.id]);
    const after = JSON.stringify(first.data).match(/"endCursor":"([^"]+)"/)?.[1] ?? '';
    const next = await ask(loggedIn(clerk), `staff(first: 2, after: "${after}") { edges { node { code } } }`, [
      cityBureau.id,
    ]);
    expect(next.data).toEqual({ _entities: [{ staff: { edges: [{ node: { code: '990100-LETT/3' } }] } }] });
  });

  it.each(['PETITIONER', 'PUBLIC'] as const)('is null for a %s', async (role) => {
    expect(await ask(aViewer(role), fields, [cityBureau.id])).toEqual({
      data: { _entities: [{ staff: null }] },
      extensions: { sql: 0 },
    });
  });
});

const file = (
  { id: requesterId, organizationId }: Pick<Staff, 'id' | 'organizationId'>,
  count: number,
  overrides: Partial<CareRequest> = {},
) =>
  service.write((tx) =>
    tx.careRequests.insertAll(
      Array.from({ length: count }, () => ({
        request: aCareRequest({ id: newId(), requesterId, organizationId, ...overrides }),
        text: '……',
        actions: [],
      })),
    ),
  );

describe('Organization.careSummary', () => {
  const fields = 'careSummary { open overdue }';
  const summaries = async (viewer: Viewer, ids: readonly string[]) => {
    const { data } = await ask(viewer, fields, ids);
    return entities(data).map(({ careSummary }) => careSummary);
  };
  const township = { id: clerk.id, organizationId: townshipOffice.id };
  const answered = { state: 'RESOLVED', ownerId: careOfficer.id, firstRespondedAt: noon } as const;

  beforeEach(async () => {
    await emptyTables(service.database, ['staff', 'organizations', 'inbox', 'inbox_subjects']);
  });

  it('counts an organization with all below it, and says nothing of fewer than five', async () => {
    await file(chief, 2);
    await file(township, 3);
    await file(director, 1);
    await file(handler, 4);
    expect(
      await summaries(loggedIn(director), [cityBureau.id, countyBureau.id, townshipOffice.id, department.id]),
    ).toEqual([
      { open: 6, overdue: null },
      { open: 5, overdue: null },
      { open: null, overdue: null },
      { open: null, overdue: null },
    ]);
  });

  it('counts as overdue what nobody has answered after the term, from its first instant on', async () => {
    const due = { firstResponseDueAt: noon };
    await file(chief, 5, due);
    await file(chief, 5, { ...due, ...answered });
    await file(chief, 5, { firstResponseDueAt: new Date(noon.getTime() + 1) });
    expect(await summaries(loggedIn(director), [countyBureau.id])).toEqual([{ open: 15, overdue: 5 }]);
  });

  it('stops to count what the requester has closed, and not before', async () => {
    await file(chief, 5, answered);
    await file(chief, 3, { ...answered, state: 'CLOSED', closedAt: noon });
    expect(await summaries(loggedIn(director), [countyBureau.id])).toEqual([{ open: 5, overdue: null }]);
  });

  it('is for who leads or cares for the area: null for everybody else and outside of it', async () => {
    await file(chief, 5);
    const all = [cityBureau.id, countyBureau.id, department.id, otherCountyBureau.id];
    const nothing = { open: null, overdue: null };
    expect(await summaries(loggedIn(careOfficer), all)).toEqual([
      { open: 5, overdue: null },
      { open: 5, overdue: null },
      nothing,
      nothing,
    ]);
    expect(await summaries(loggedIn(chief), all)).toEqual([null, { open: 5, overdue: null }, nothing, null]);
    expect(await summaries(loggedIn(otherCareOfficer), all)).toEqual([null, null, null, nothing]);
    expect(await summaries(loggedIn(director, { areaCode: null }), all)).toEqual([null, null, null, null]);
  });

  it.each(['CLERK', 'HANDLER', 'LEADER', 'BUREAU', 'SUPERVISOR', 'AUDITOR', 'PETITIONER', 'PUBLIC'] as const)(
    'is null for a %s',
    async (role) => {
      await file(chief, 5);
      expect(await ask(loggedIn(leader, { roles: [role], areaCode: '990100' }), fields, [countyBureau.id])).toEqual({
        data: { _entities: [{ careSummary: null }] },
        extensions: { sql: 0 },
      });
    },
  );

  it('takes one statement for ten organizations', async () => {
    await file(chief, 5);
    const ids = [...organizations.map(({ id }) => id), ...Array.from({ length: 5 }, newId)];
    expect((await ask(loggedIn(director), fields, ids)).extensions).toEqual({ sql: 1 });
  });

  it('ends for a chain of superiors that bites its own tail', async () => {
    await service.tell({ ...cityBureau, superiorId: townshipOffice.id });
    await file(chief, 5);
    expect(await summaries(loggedIn(director), [townshipOffice.id])).toEqual([{ open: 5, overdue: null }]);
    await service.tell(cityBureau);
  });
});
