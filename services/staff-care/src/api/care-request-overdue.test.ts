import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, staffRoles, type Viewer } from '@onevisit/kernel';
import { aViewer, emptyTables } from '@onevisit/testing';
import { GraphQLObjectType } from 'graphql';
import { startService, type TestService } from '../testing/service.ts';
import {
  careOfficer,
  clerk,
  director,
  handler,
  loggedIn,
  organizations,
  otherClerk,
  staff,
} from '../testing/people.ts';

const noon = new Date('2026-04-27T04:00:00Z');
// Two working days later, Tuesday and Wednesday, are over when Thursday begins in Shanghai.
const lastMoment = new Date('2026-04-29T15:59:59.999Z');
const due = new Date('2026-04-29T16:00:00Z');
const muchLater = new Date('2026-05-08T02:00:00Z');

let service: TestService;

beforeAll(async () => {
  service = await startService(noon);
  await service.write((tx) => tx.staff.insertAll(staff));
  for (const organization of organizations) await service.tell(organization);
});
afterAll(() => service.close());
beforeEach(async () => {
  service.clock.set(noon);
  await emptyTables(service.database, ['staff', 'organizations', 'inbox', 'inbox_subjects']);
});

const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['care_requests', 'care_actions', 'idempotency_keys'].map((table) =>
        service.database.query(`select * from ${table} order by 1`),
      ),
    ),
  );

type Answer = Readonly<{ careRequest: Record<string, unknown> | null; errors: readonly unknown[] }>;

async function sent(viewer: Viewer, verb: string, input: object): Promise<Answer> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) {
    ${verb}(input: $input) {
      careRequest { id state version closedAt satisfaction overdueSince tellsDirector firstRespondedAt actions { state note } }
      errors { code path }
    }
  }`;
  const { data, errors } = await service.as(viewer)(document, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Record<string, Answer>)[verb] as Answer;
}

async function file(viewer = loggedIn(handler)): Promise<string> {
  const { careRequest } = await sent(viewer, 'fileCareRequest', {
    kind: 'HEALTH',
    text: '连续值班，睡眠不好。',
    idempotencyKey: newId(),
  });
  return String(careRequest?.['id']);
}

const respond = (careRequestId: string, step: string) =>
  sent(loggedIn(careOfficer), 'respondCareRequest', { careRequestId, step, note: '已联系。' });

async function overdueAt(moment: Date, viewer = loggedIn(handler)): Promise<string> {
  const careRequestId = await file(viewer);
  service.clock.set(moment);
  await service.subgraph.settle();
  return careRequestId;
}

const listDocument = `query ($first: Int! = 20, $after: String) {
  overdueCareRequests(first: $first, after: $after) {
    edges { cursor node { id overdueSince } } pageInfo { hasNextPage endCursor }
  }
}`;
const told = async (viewer = loggedIn(director)) => {
  const { data } = await service.as(viewer)(listDocument);
  const { overdueCareRequests } = data as { overdueCareRequests: { edges: { node: unknown }[] } };
  return overdueCareRequests.edges.map(({ node }) => node);
};

const ownView = async () => {
  const { data } = await service.as(loggedIn(handler))(
    '{ careRequests { edges { node { overdueSince tellsDirector version } } } }',
  );
  return (data as { careRequests: { edges: { node: unknown }[] } }).careRequests.edges.map(({ node }) => node);
};

describe('the term of the first response', () => {
  it('runs out by itself, at its own time', async () => {
    await overdueAt(lastMoment);
    expect(await ownView()).toEqual([{ overdueSince: null, tellsDirector: null, version: 1 }]);
    service.clock.set(muchLater);
    await service.subgraph.settle();
    expect(await ownView()).toEqual([{ overdueSince: due.toISOString(), tellsDirector: null, version: 2 }]);
  });

  it('runs out once', async () => {
    await overdueAt(due);
    service.clock.set(muchLater);
    await service.subgraph.settle();
    expect(await ownView()).toEqual([{ overdueSince: due.toISOString(), tellsDirector: null, version: 2 }]);
  });

  it('is kept by a response in time', async () => {
    const careRequestId = await file();
    await respond(careRequestId, 'ACKNOWLEDGE');
    service.clock.set(muchLater);
    await service.subgraph.settle();
    expect(await ownView()).toEqual([{ overdueSince: null, tellsDirector: null, version: 2 }]);
  });

  it('tells no other subgraph', async () => {
    await overdueAt(due);
    expect(service.delivered).toEqual([]);
  });
});

const escalate = (careRequestId: string, tellsDirector: boolean, more: object = {}, viewer = loggedIn(handler)) =>
  sent(viewer, 'escalateCareRequest', { careRequestId, tellsDirector, ...more });

describe('escalateCareRequest', () => {
  it('tells the director the id and since when, only after the requester was asked and said yes', async () => {
    const id = await overdueAt(muchLater);
    expect(await told()).toEqual([]);
    await escalate(id, false);
    expect(await told()).toEqual([]);
    const { careRequest, errors } = await escalate(id, true, { expectedVersion: 3 });
    expect(errors).toEqual([]);
    expect(careRequest).toMatchObject({ tellsDirector: true, version: 4 });
    expect(await told()).toEqual([{ id, overdueSince: due.toISOString() }]);
  });

  it('is taken back, and is over once somebody has responded', async () => {
    const id = await overdueAt(muchLater);
    await escalate(id, true);
    await escalate(id, false);
    expect(await told()).toEqual([]);
    await escalate(id, true);
    await respond(id, 'ACKNOWLEDGE');
    expect(await told()).toEqual([]);
  });

  it.each([
    ['NOT_THE_REQUESTER', careOfficer, {}],
    ['CARE_REQUEST_NOT_FOUND', director, {}],
    ['CARE_REQUEST_NOT_FOUND', clerk, {}],
    ['CARE_REQUEST_NOT_FOUND', handler, { careRequestId: 'no id at all' }],
    ['STALE_VERSION', handler, { expectedVersion: 1 }],
  ])('refuses with %s and writes nothing', async (code, who, wrong) => {
    const id = await overdueAt(muchLater);
    const before = await everything();
    const answer = await escalate(id, true, { idempotencyKey: 'k', ...wrong }, loggedIn(who));
    expect(answer).toMatchObject({ careRequest: null, errors: [{ code }] });
    expect(await everything()).toBe(before);
  });

  it('refuses before the term has run out, and after a response however late', async () => {
    const id = await overdueAt(lastMoment);
    expect(await escalate(id, true)).toMatchObject({ errors: [{ code: 'NOT_OVERDUE' }] });
    service.clock.set(muchLater);
    await respond(id, 'ACKNOWLEDGE');
    expect(await escalate(id, true)).toMatchObject({ errors: [{ code: 'NOT_OVERDUE' }] });
  });
});

describe('overdueCareRequests', () => {
  it('has nothing but ids and times, whatever is asked for', () => {
    const type = service.subgraph.schema.getType('OverdueCareRequest');
    const names = type instanceof GraphQLObjectType ? Object.keys(type.getFields()) : [];
    expect(names).toEqual(['id', 'overdueSince']);
  });

  it('does not open the request: the director still sees nothing of it', async () => {
    const id = await overdueAt(muchLater);
    await escalate(id, true);
    const { data } = await service.as(loggedIn(director))(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on CareRequest { kind text } } }`,
      { r: [{ __typename: 'CareRequest', id }] },
    );
    expect(data).toEqual({ _entities: [null] });
  });

  it('shows what lies in the area of the viewer, page by page', async () => {
    const ids = [await file(), await file(loggedIn(clerk)), await file(loggedIn(otherClerk))];
    service.clock.set(muchLater);
    await service.subgraph.settle();
    for (const [at, viewer] of [handler, clerk, otherClerk].entries()) {
      await escalate(ids[at] ?? '', true, {}, loggedIn(viewer));
    }
    const seen: string[] = [];
    for (let after: unknown = null, more = true; more;) {
      const { data } = await service.as(loggedIn(director))(listDocument, { first: 2, after });
      const { edges, pageInfo } = (data as Record<string, { edges: { node: { id: string } }[]; pageInfo: never }>)[
        'overdueCareRequests'
      ] as { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(await told(loggedIn(director, { areaCode: '990103' }))).toMatchObject([{ id: ids[2] }]);
    expect(await told(loggedIn(director, { areaCode: null }))).toEqual([]);
  });

  it.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }])('refuses %j as bad input', async (variables) => {
    const result = await service.as(loggedIn(director))(listDocument, variables);
    expect(result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is refused to everybody else', async () => {
    for (const role of [...staffRoles.filter((each) => each !== 'DIRECTOR'), 'PETITIONER' as const]) {
      const result = await service.as(aViewer(role))(listDocument);
      expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

const reopen = (careRequestId: string, more: object = {}, viewer = loggedIn(handler)) =>
  sent(viewer, 'reopenCareRequest', { careRequestId, note: '排班又恢复原样了。', ...more });

async function closed(): Promise<string> {
  const careRequestId = await file();
  for (const step of ['ACKNOWLEDGE', 'START_ACTION', 'RESOLVE']) await respond(careRequestId, step);
  const { careRequest } = await sent(loggedIn(handler), 'closeCareRequest', {
    careRequestId,
    satisfaction: 'PARTLY_SATISFIED',
  });
  expect(careRequest).toMatchObject({ state: 'CLOSED', satisfaction: 'PARTLY_SATISFIED' });
  return careRequestId;
}

describe('reopenCareRequest', () => {
  it('brings back what was closed, with a reason, and the officer goes on with it', async () => {
    const id = await closed();
    const { careRequest, errors } = await reopen(id, { expectedVersion: 5 });
    expect(errors).toEqual([]);
    expect(careRequest).toMatchObject({ state: 'REOPENED', closedAt: null, satisfaction: null, version: 6 });
    expect(careRequest?.['actions']).toContainEqual({ state: 'REOPENED', note: '排班又恢复原样了。' });
    const next = await respond(id, 'START_ACTION');
    expect(next.careRequest).toMatchObject({ state: 'IN_ACTION' });
  });

  it('keeps the reason sealed', async () => {
    await reopen(await closed());
    expect(await everything()).not.toContain('排班');
  });

  it.each([
    ['NOT_THE_REQUESTER', careOfficer, {}],
    ['CARE_REQUEST_NOT_FOUND', director, {}],
    ['STALE_VERSION', handler, { expectedVersion: 4 }],
    ['NOTE_EMPTY', handler, { note: ' ' }],
    ['NOTE_TOO_LONG', handler, { note: '字'.repeat(20_001) }],
  ])('refuses with %s and writes nothing', async (code, who, wrong) => {
    const id = await closed();
    const before = await everything();
    const answer = await reopen(id, { idempotencyKey: 'k', ...wrong }, loggedIn(who));
    expect(answer).toMatchObject({ careRequest: null, errors: [{ code }] });
    expect(await everything()).toBe(before);
  });

  it('happens once, and not before an answer', async () => {
    const id = await closed();
    await reopen(id);
    expect(await reopen(id)).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
    expect(await reopen(await file())).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
  });
});
