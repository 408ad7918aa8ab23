import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, seededId, type Viewer } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { GraphQLObjectType } from 'graphql';
import { aStaffMember } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { careOfficer, clerk, director, handler, leader, loggedIn, staff } from '../testing/people.ts';

const noon = new Date('2026-04-30T04:00:00Z');
const taskForceId = seededId('task-force', 'TF-BACKLOG');
const otherTaskForceId = seededId('task-force', 'TF-INFO');
const crew = [4, 5, 6].map((number) => aStaffMember({ code: `990100-LETT/${number}`, taskForceId }));
const scout = aStaffMember({ code: '990103-LETT/4', taskForceId: otherTaskForceId, roles: ['ANALYST', 'CLERK'] });
const everybody = [...staff, ...crew, scout];

let service: TestService;

beforeAll(async () => {
  service = await startService(noon);
  await service.write((tx) => tx.staff.insertAll(everybody));
});

afterAll(() => service.close());

const field = (data: unknown, ...path: string[]): unknown =>
  path.reduce((value, name) => (value as Record<string, unknown>)[name], data);

describe('me', () => {
  const document = `{ me {
    id code displayName organization { id } post roles joinedOn yearsInPetitionWork
  } }`;

  it('is the entry of who asks', async () => {
    const result = await service.as(loggedIn(handler))(document);
    expect(result).toEqual({
      data: {
        me: {
          id: handler.id,
          code: '990102-HRSS/2',
          displayName: '沈砚秋',
          organization: { id: handler.organizationId },
          post: '科员',
          roles: ['HANDLER'],
          joinedOn: '2019-07-01',
          yearsInPetitionWork: 6,
        },
      },
      extensions: { sql: 1 },
    });
  });

  it('counts years of work to the business day, as in Shanghai', async () => {
    service.clock.set(new Date('2026-06-30T16:30:00Z'));
    const result = await service.as(loggedIn(handler))('{ me { yearsInPetitionWork } }');
    service.clock.set(noon);
    expect(result.data).toEqual({ me: { yearsInPetitionWork: 7 } });
  });

  it.each(['client-7', newId()])('is null for a client that is not on the staff: %s', async (id) => {
    const result = await service.as(aViewer('DEVELOPER', { id }))(document);
    expect(result).toMatchObject({ data: { me: null } });
    expect(result.errors).toBeUndefined();
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    const result = await service.as(aViewer(role))(document);
    expect(result.errors).toMatchObject([{ path: ['me'], extensions: { code } }]);
  });
});

describe('staffList', () => {
  const document = `query ($first: Int! = 20, $after: String, $organizationId: ID, $role: StaffRole) {
    staffList(first: $first, after: $after, organizationId: $organizationId, role: $role) {
      edges { node { code } } pageInfo { hasNextPage endCursor }
    }
  }`;
  const codesOf = async (variables: Record<string, unknown>, viewer: Viewer = loggedIn(clerk)) => {
    const { data } = await service.as(viewer)(document, variables);
    return (field(data, 'staffList', 'edges') as { node: { code: string } }[]).map(({ node }) => node.code);
  };

  it('lists an organization, its leader first', async () => {
    expect(await codesOf({ organizationId: director.organizationId })).toEqual([
      '990100-LETT/1',
      '990100-LETT/2',
      '990100-LETT/3',
      '990100-LETT/4',
      '990100-LETT/5',
      '990100-LETT/6',
    ]);
  });

  it('lists those of one role, be it one of several, and of one role in one organization', async () => {
    expect((await codesOf({ role: 'CLERK' })).toSorted()).toEqual(['990102-LETT/2', '990103-LETT/2', '990103-LETT/4']);
    expect(await codesOf({ role: 'LEADER', organizationId: leader.organizationId })).toEqual([leader.code]);
    expect(await codesOf({ role: 'CLERK', organizationId: leader.organizationId })).toEqual([]);
  });

  it.each([newId(), 'no id at all'])('lists nobody of an unknown organization: %s', async (organizationId) => {
    expect(await codesOf({ organizationId })).toEqual([]);
  });

  it('pages through everybody without loss and without repetition', async () => {
    const seen: string[] = [];
    for (let after: unknown = null, more = true; more;) {
      const { data } = await service.as(loggedIn(clerk))(document, { first: 5, after });
      seen.push(...(field(data, 'staffList', 'edges') as { node: { code: string } }[]).map(({ node }) => node.code));
      after = field(data, 'staffList', 'pageInfo', 'endCursor');
      more = field(data, 'staffList', 'pageInfo', 'hasNextPage') === true;
    }
    expect(seen.toSorted()).toEqual(everybody.map(({ code }) => code).toSorted());
  });

  it('takes one statement', async () => {
    const result = await service.as(loggedIn(clerk))(document, { first: 10 });
    expect(result.extensions).toEqual({ sql: 1 });
  });

  it.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: Buffer.from('[1,"no id",3]').toString('base64url') },
    { after: Buffer.from(`[1,"${newId()}",1e20]`).toString('base64url') },
    { after: Buffer.from(`[1,"${newId()}",1.5]`).toString('base64url') },
  ])('refuses %j as bad input', async (variables) => {
    const result = await service.as(loggedIn(clerk))(document, variables);
    expect(result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    const result = await service.as(aViewer(role))(document);
    expect(result.errors).toMatchObject([{ path: ['staffList'], extensions: { code } }]);
  });
});

describe('Staff', () => {
  const document = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Staff { code } }
  }`;
  const representations = [handler.id, careOfficer.id, newId(), 'no id at all'].map((id) => ({
    __typename: 'Staff',
    id,
  }));

  it('is found by reference, all of them in one statement; the unknown is null', async () => {
    const result = await service.as(loggedIn(clerk))(document, { representations });
    expect(result).toEqual({
      data: { _entities: [{ code: handler.code }, { code: careOfficer.code }, null, null] },
      extensions: { sql: 1 },
    });
  });

  it.each(['PETITIONER', 'PUBLIC'] as const)('does not exist for a %s', async (role) => {
    const result = await service.as(aViewer(role))(document, { representations });
    expect(result).toEqual({ data: { _entities: [null, null, null, null] }, extensions: { sql: 0 } });
  });

  it('has no field that could say how good somebody is', () => {
    const type = service.subgraph.schema.getType('Staff');
    const names = type instanceof GraphQLObjectType ? Object.keys(type.getFields()) : [];
    expect(names.toSorted()).toEqual([
      'code',
      'displayName',
      'id',
      'joinedOn',
      'organization',
      'post',
      'roles',
      'yearsInPetitionWork',
    ]);
  });
});

describe('TaskForce.members', () => {
  const document = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on TaskForce { id members { code } } }
  }`;
  const representations = [taskForceId, otherTaskForceId, newId(), 'no id at all'].map((id) => ({
    __typename: 'TaskForce',
    id,
  }));

  it('are the people of each task force, all of them in one statement', async () => {
    const result = await service.as(loggedIn(clerk))(document, { representations });
    expect(result).toMatchObject({
      data: {
        _entities: [
          { members: [{ code: '990100-LETT/4' }, { code: '990100-LETT/5' }, { code: '990100-LETT/6' }] },
          { members: [{ code: '990103-LETT/4' }] },
          { members: [] },
          { members: [] },
        ],
      },
      extensions: { sql: 1 },
    });
  });

  it.each(['PETITIONER', 'PUBLIC'] as const)('are null for a %s', async (role) => {
    const result = await service.as(aViewer(role))(document, { representations: representations.slice(0, 1) });
    expect(result.data).toEqual({ _entities: [{ id: taskForceId, members: null }] });
  });
});
