import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId, staffRoles, type Viewer } from '@onevisit/kernel';
import { aViewer, emptyTables } from '@onevisit/testing';
import { startService, type TestService } from '../testing/service.ts';
import {
  careOfficer,
  chief,
  clerk,
  director,
  handler,
  leader,
  loggedIn,
  organizations,
  otherCareOfficer,
  otherClerk,
  secondCareOfficer,
  staff,
} from '../testing/people.ts';

// A Thursday; the two working days are Friday and the Monday after: 1 to 5 May 2026 are Labour Day, 9 May is worked.
const noon = new Date('2026-04-29T04:00:00Z');
const later = new Date('2026-04-30T02:30:00Z');
const text = '父亲住院需要陪护，\n想申请两周弹性工作。';
const note = '已与单位商定错峰上班，周五起执行。';

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

const rows = (table: string) => service.database.query(`select * from ${table}`);
const everything = async () =>
  JSON.stringify(
    await Promise.all(['care_requests', 'care_keys', 'care_texts', 'care_actions', 'idempotency_keys'].map(rows)),
  );

const fileDocument = `mutation ($input: FileCareRequestInput!) {
  fileCareRequest(input: $input) {
    careRequest {
      id kind text state filedAt firstResponseDueAt firstRespondedAt closedAt version
      requester { code } requesterUnit { id } owner { code } actions { state note by { code } at }
    }
    errors { code path message ruleRef }
  }
}`;
const respondDocument = `mutation ($input: RespondCareRequestInput!) {
  respondCareRequest(input: $input) {
    careRequest { state version firstRespondedAt owner { code } actions { state note by { code } at } }
    errors { code path }
  }
}`;
const closeDocument = `mutation ($input: CloseCareRequestInput!) {
  closeCareRequest(input: $input) {
    careRequest { state version closedAt actions { state note by { code } at } }
    errors { code path }
  }
}`;
const listDocument = `query ($first: Int! = 20, $after: String, $state: CareRequestState) {
  careRequests(first: $first, after: $after, state: $state) {
    edges { cursor node { text state requester { code } } } pageInfo { hasNextPage endCursor }
  }
}`;
const entityDocument = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on CareRequest { id text } }
}`;

async function file(viewer: Viewer = loggedIn(handler), input: Record<string, unknown> = {}): Promise<string> {
  const result = await service.as(viewer)(fileDocument, {
    input: { kind: 'FAMILY', text, idempotencyKey: newId(), ...input },
  });
  return field(result.data, 'fileCareRequest', 'careRequest', 'id') as string;
}

const field = (data: unknown, ...path: string[]): unknown =>
  path.reduce((value, name) => (value as Record<string, unknown>)[name], data);

const respond = (viewer: Viewer, input: Record<string, unknown>) =>
  service.as(viewer)(respondDocument, { input: { step: 'ACKNOWLEDGE', note, ...input } });
const close = (viewer: Viewer, input: Record<string, unknown>) => service.as(viewer)(closeDocument, { input });

async function answered(): Promise<string> {
  const careRequestId = await file();
  for (const step of ['ACKNOWLEDGE', 'START_ACTION', 'RESOLVE']) {
    await respond(loggedIn(careOfficer), { careRequestId, step });
  }
  return careRequestId;
}

describe('fileCareRequest', () => {
  it('takes the request of anybody on the staff, due for a first response in two working days', async () => {
    const result = await service.as(loggedIn(handler))(fileDocument, {
      input: { kind: 'FAMILY', text, idempotencyKey: 'k' },
    });
    expect(result.data).toEqual({
      fileCareRequest: {
        careRequest: {
          id: expect.any(String),
          kind: 'FAMILY',
          text,
          state: 'FILED',
          filedAt: noon.toISOString(),
          // 30 April and 6 May are the working days, so 7 May begins too late.
          firstResponseDueAt: '2026-05-06T16:00:00.000Z',
          firstRespondedAt: null,
          closedAt: null,
          version: 1,
          requester: { code: handler.code },
          requesterUnit: { id: handler.organizationId },
          owner: null,
          actions: [],
        },
        errors: [],
      },
    });
  });

  it('keeps the text sealed: no row of any table shows it', async () => {
    const careRequestId = await file();
    await respond(loggedIn(careOfficer), { careRequestId });
    const dump = await everything();
    expect([text, note, '父亲', '错峰'].filter((words) => dump.includes(words))).toEqual([]);
    expect(await rows('care_texts')).toEqual([
      { care_request_id: careRequestId, text_sealed: expect.stringMatching(/^v1\./) },
    ]);
  });

  it.each([
    [
      'in the place of another request',
      `update care_texts t set text_sealed = o.text_sealed from care_texts o where t.care_request_id <> o.care_request_id`,
    ],
    [
      'under the key of another request',
      `update care_keys k set wrapped_key = o.wrapped_key from care_keys o
      where k.care_request_id <> o.care_request_id`,
    ],
    ['once its key is gone', 'delete from care_keys'],
  ])('opens no text %s', async (_, tampering) => {
    await file();
    await file(loggedIn(clerk), { text: '申请更换座椅。' });
    await service.database.query(tampering);

    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const result = await service.as(loggedIn(handler))(listDocument);
    log.mockRestore();
    expect(result).toMatchObject({ data: null, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  });

  it('opens no note in the place of another step', async () => {
    await answered();
    await service.database.query(
      `update care_actions a set note_sealed = o.note_sealed from care_actions o
       where a.state = 'RESOLVED' and o.state = 'IN_ACTION'`,
    );
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const result = await service.as(loggedIn(handler))('{ careRequests { edges { node { actions { note } } } } }');
    log.mockRestore();
    expect(result).toMatchObject({ data: null, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  });

  it('emits nothing: nobody else is to know', async () => {
    await answered();
    await service.subgraph.settle();
    expect(service.delivered).toEqual([]);
  });

  it.each([
    ['TEXT_EMPTY', ['input', 'text'], { text: ' \n' }],
    ['TEXT_TOO_LONG', ['input', 'text'], { text: '字'.repeat(20_001) }],
  ])('refuses with %s and writes nothing', async (code, path, wrong) => {
    const result = await service.as(loggedIn(handler))(fileDocument, {
      input: { kind: 'FAMILY', idempotencyKey: 'k', ...wrong },
    });
    expect(result.data).toEqual({
      fileCareRequest: {
        careRequest: null,
        errors: [{ code, path, message: expect.any(String), ruleRef: null }],
      },
    });
    expect(await everything()).toBe('[[],[],[],[],[]]');
  });

  it('refuses a client that is not on the staff', async () => {
    const result = await service.as(aViewer('DEVELOPER', { id: 'client-7' }))(fileDocument, {
      input: { kind: 'OTHER', text, idempotencyKey: 'k' },
    });
    expect(field(result.data, 'fileCareRequest')).toMatchObject({
      careRequest: null,
      errors: [{ code: 'REQUESTER_NOT_ON_STAFF' }],
    });
    expect(await everything()).toBe('[[],[],[],[],[]]');
  });

  it('refuses when the response falls into a year without a calendar', async () => {
    service.clock.set(new Date('2028-06-01T00:00:00Z'));
    const result = await service.as(loggedIn(handler))(fileDocument, {
      input: { kind: 'OTHER', text, idempotencyKey: 'k' },
    });
    expect(field(result.data, 'fileCareRequest')).toMatchObject({ errors: [{ code: 'CALENDAR_NOT_PUBLISHED' }] });
    expect(await everything()).toBe('[[],[],[],[],[]]');
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    const result = await service.as(aViewer(role, { id: 'case:1' }))(fileDocument, {
      input: { kind: 'OTHER', text, idempotencyKey: 'k' },
    });
    expect(result.errors).toMatchObject([{ path: ['fileCareRequest'], extensions: { code } }]);
    expect(await everything()).toBe('[[],[],[],[],[]]');
  });

  it('files once what is sent twice with the same key', async () => {
    const input = { kind: 'FAMILY', text, idempotencyKey: 'k' };
    const once = await service.as(loggedIn(handler))(fileDocument, { input });
    const twice = await service.as(loggedIn(handler))(fileDocument, { input });
    expect(twice.data).toEqual(once.data);
    expect(await rows('care_requests')).toHaveLength(1);
  });

  it('files once what is sent twice at the same moment', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => file(loggedIn(handler), { idempotencyKey: 'k' })));
    expect(new Set(ids).size).toBe(1);
    expect(await rows('care_requests')).toHaveLength(1);
  });

  it('refuses another request under the same key', async () => {
    await file(loggedIn(handler), { idempotencyKey: 'k' });
    const result = await service.as(loggedIn(handler))(fileDocument, {
      input: { kind: 'HEALTH', text, idempotencyKey: 'k' },
    });
    expect(field(result.data, 'fileCareRequest')).toMatchObject({
      careRequest: null,
      errors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
    });
    expect(await rows('care_requests')).toHaveLength(1);
  });
});

/** Asks for a step that is refused, and sees that nothing was written. */
async function refused(viewer: Viewer, input: Record<string, unknown>) {
  const before = await everything();
  const result = await respond(viewer, input);
  expect(await everything()).toBe(before);
  return result;
}

describe('respondCareRequest', () => {
  it('goes from the acknowledgement to the answer, and the requester reads each note', async () => {
    const careRequestId = await answered();
    const result = await service.as(loggedIn(handler))(`{
      careRequests { edges { node {
        state version firstRespondedAt owner { code } actions { state note by { code } at }
      } } }
    }`);
    const step = { note, by: { code: careOfficer.code }, at: noon.toISOString() };
    expect(result.data).toEqual({
      careRequests: {
        edges: [
          {
            node: {
              state: 'RESOLVED',
              version: 4,
              firstRespondedAt: noon.toISOString(),
              owner: { code: careOfficer.code },
              actions: [
                { ...step, state: 'ACKNOWLEDGED' },
                { ...step, state: 'IN_ACTION' },
                { ...step, state: 'RESOLVED' },
              ],
            },
          },
        ],
      },
    });
    expect(await rows('care_requests')).toMatchObject([{ id: careRequestId, state: 'RESOLVED' }]);
  });

  it('shows in the second payload of one operation what the second step made of it', async () => {
    const careRequestId = await file();
    const result = await service.as(loggedIn(careOfficer))(
      `mutation ($first: RespondCareRequestInput!, $second: RespondCareRequestInput!) {
        first: respondCareRequest(input: $first) { careRequest { state actions { state } } }
        second: respondCareRequest(input: $second) { careRequest { state actions { state } } }
      }`,
      {
        first: { careRequestId, step: 'ACKNOWLEDGE', note },
        second: { careRequestId, step: 'START_ACTION', note },
      },
    );
    expect(result.data).toEqual({
      first: { careRequest: { state: 'ACKNOWLEDGED', actions: [{ state: 'ACKNOWLEDGED' }] } },
      second: { careRequest: { state: 'IN_ACTION', actions: [{ state: 'ACKNOWLEDGED' }, { state: 'IN_ACTION' }] } },
    });
  });

  it.each([
    ['WRONG_STATE', ['input'], { step: 'START_ACTION' }],
    ['WRONG_STATE', ['input'], { step: 'RESOLVE' }],
    ['STALE_VERSION', ['input', 'expectedVersion'], { expectedVersion: 2 }],
    ['NOTE_EMPTY', ['input', 'note'], { note: ' ' }],
    ['NOTE_TOO_LONG', ['input', 'note'], { note: '字'.repeat(20_001) }],
    ['CARE_REQUEST_NOT_FOUND', ['input', 'careRequestId'], { careRequestId: newId() }],
    ['CARE_REQUEST_NOT_FOUND', ['input', 'careRequestId'], { careRequestId: 'no id at all' }],
  ])('refuses with %s (%j) and writes nothing: %j', async (code, path, wrong) => {
    const careRequestId = await file();
    const result = await refused(loggedIn(careOfficer), { careRequestId, idempotencyKey: 'k', ...wrong });
    expect(result.data).toEqual({ respondCareRequest: { careRequest: null, errors: [{ code, path }] } });
  });

  it('does not exist for the care officer of another county', async () => {
    const careRequestId = await file();
    const result = await refused(loggedIn(otherCareOfficer), { careRequestId });
    expect(field(result.data, 'respondCareRequest')).toMatchObject({ errors: [{ code: 'CARE_REQUEST_NOT_FOUND' }] });
  });

  it('is not for the officer who needs help: a colleague answers', async () => {
    const careRequestId = await file(loggedIn(careOfficer));
    const result = await refused(loggedIn(careOfficer), { careRequestId });
    expect(field(result.data, 'respondCareRequest')).toMatchObject({ errors: [{ code: 'OWN_REQUEST' }] });

    const colleague = await respond(loggedIn(secondCareOfficer), { careRequestId });
    expect(field(colleague.data, 'respondCareRequest')).toMatchObject({ careRequest: { state: 'ACKNOWLEDGED' } });
  });

  it.each(staffRoles.filter((role) => role !== 'CARE_OFFICER'))('is forbidden for a %s', async (role) => {
    const careRequestId = await file();
    const result = await refused(loggedIn(director, { roles: [role] }), { careRequestId });
    expect(result.errors).toMatchObject([{ path: ['respondCareRequest'], extensions: { code: 'FORBIDDEN' } }]);
  });

  it('takes a step that is sent twice with the same key once', async () => {
    const careRequestId = await file();
    const once = await respond(loggedIn(careOfficer), { careRequestId, idempotencyKey: 'k' });
    const twice = await respond(loggedIn(careOfficer), { careRequestId, idempotencyKey: 'k' });
    expect(twice.data).toEqual(once.data);
    expect(await rows('care_actions')).toHaveLength(1);
  });

  it('is taken by one of two officers who answer at once', async () => {
    const careRequestId = await file();
    const both = await Promise.all(
      [careOfficer, secondCareOfficer].map((officer) => respond(loggedIn(officer), { careRequestId })),
    );
    const codes = both.map(({ data }) => JSON.stringify(field(data, 'respondCareRequest', 'errors')));
    expect(codes.toSorted()).toEqual(['[]', '[{"code":"WRONG_STATE","path":["input"]}]']);
    expect(await rows('care_actions')).toHaveLength(1);
  });

  it('refuses the same step again without a key', async () => {
    const careRequestId = await file();
    await respond(loggedIn(careOfficer), { careRequestId });
    const result = await refused(loggedIn(careOfficer), { careRequestId });
    expect(field(result.data, 'respondCareRequest')).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
  });
});

describe('closeCareRequest', () => {
  it('is the last word of the requester', async () => {
    const careRequestId = await answered();
    service.clock.set(later);
    const result = await close(loggedIn(handler), { careRequestId, note: '已经解决，谢谢。', expectedVersion: 4 });
    expect(result.data).toEqual({
      closeCareRequest: {
        careRequest: {
          state: 'CLOSED',
          version: 5,
          closedAt: later.toISOString(),
          actions: [
            expect.objectContaining({ state: 'ACKNOWLEDGED' }),
            expect.objectContaining({ state: 'IN_ACTION' }),
            expect.objectContaining({ state: 'RESOLVED' }),
            { state: 'CLOSED', note: '已经解决，谢谢。', by: { code: handler.code }, at: later.toISOString() },
          ],
        },
        errors: [],
      },
    });
  });

  it('needs no word at all', async () => {
    const careRequestId = await answered();
    await close(loggedIn(handler), { careRequestId });
    expect(await service.database.query(`select note_sealed from care_actions where state = 'CLOSED'`)).toEqual([
      { note_sealed: null },
    ]);
  });

  it.each([
    ['STALE_VERSION', handler, { expectedVersion: 3 }],
    ['NOTE_EMPTY', handler, { note: '' }],
    ['NOTE_TOO_LONG', handler, { note: '字'.repeat(20_001) }],
    ['NOT_THE_REQUESTER', careOfficer, {}],
    ['CARE_REQUEST_NOT_FOUND', leader, {}],
    ['CARE_REQUEST_NOT_FOUND', chief, {}],
    ['CARE_REQUEST_NOT_FOUND', director, {}],
    ['CARE_REQUEST_NOT_FOUND', handler, { careRequestId: 'no id at all' }],
  ])('refuses with %s and writes nothing', async (code, who, wrong) => {
    const careRequestId = await answered();
    const before = await everything();
    const result = await close(loggedIn(who), { careRequestId, idempotencyKey: 'k', ...wrong });
    expect(field(result.data, 'closeCareRequest')).toMatchObject({ careRequest: null, errors: [{ code }] });
    expect(await everything()).toBe(before);
  });

  it('waits until somebody has answered, and happens once', async () => {
    const careRequestId = await file();
    const early = await close(loggedIn(handler), { careRequestId });
    expect(field(early.data, 'closeCareRequest')).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });

    const done = await answered();
    await close(loggedIn(handler), { careRequestId: done });
    const again = await close(loggedIn(handler), { careRequestId: done });
    expect(field(again.data, 'closeCareRequest')).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
  });
});

async function textsOf(viewer: Viewer, variables: Record<string, unknown> = {}): Promise<readonly string[]> {
  const { data } = await service.as(viewer)(listDocument, variables);
  const edges = field(data, 'careRequests', 'edges') as { node: { text: string } }[];
  return edges.map(({ node }) => node.text);
}

describe('careRequests', () => {
  it('shows each requester the own requests, newest first', async () => {
    await file(loggedIn(handler), { text: 'one' });
    service.clock.set(later);
    await file(loggedIn(handler), { text: 'two' });
    await file(loggedIn(clerk), { text: 'of somebody else' });
    expect(await textsOf(loggedIn(handler))).toEqual(['two', 'one']);
  });

  it('shows a care officer the docket of the area, and the own requests', async () => {
    await file(loggedIn(handler), { text: 'of 990102' });
    service.clock.set(later);
    await file(loggedIn(otherClerk), { text: 'of 990103' });
    expect(await textsOf(loggedIn(careOfficer))).toEqual(['of 990103', 'of 990102']);
    expect(await textsOf(loggedIn(otherCareOfficer))).toEqual(['of 990103']);

    await file(loggedIn(careOfficer), { text: 'his own' });
    expect(await textsOf(loggedIn(careOfficer, { areaCode: null }))).toEqual(['his own']);
  });

  it('is nothing to anybody else, whatever the role', async () => {
    const id = await file();
    const others = [director, chief, leader, clerk].map((somebody) => loggedIn(somebody));
    const roles = staffRoles
      .filter((role) => role !== 'CARE_OFFICER')
      .map((role) => loggedIn(director, { roles: [role] }));
    for (const viewer of [...others, ...roles]) {
      const list = await service.as(viewer)(listDocument);
      const entity = await service.as(viewer)(entityDocument, { representations: [{ __typename: 'CareRequest', id }] });
      expect([list.data, entity.data]).toEqual([
        { careRequests: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } },
        { _entities: [null] },
      ]);
    }
  });

  it('is found by reference for the requester and the care officer, and is null for a petitioner', async () => {
    const id = await file();
    const variables = {
      representations: [
        { __typename: 'CareRequest', id },
        { __typename: 'CareRequest', id: 'none' },
      ],
    };
    for (const viewer of [loggedIn(handler), loggedIn(careOfficer)]) {
      const result = await service.as(viewer)(entityDocument, variables);
      expect(result.data).toEqual({ _entities: [{ id, text }, null] });
    }
    const petitioner = await service.as(aViewer('PETITIONER', { id: 'case:1' }))(entityDocument, variables);
    expect(petitioner).toMatchObject({ data: { _entities: [null, null] } });
    expect(petitioner.errors).toBeUndefined();
  });

  it('filters by state', async () => {
    const careRequestId = await file(loggedIn(handler), { text: 'acknowledged' });
    await file(loggedIn(handler), { text: 'filed' });
    await respond(loggedIn(careOfficer), { careRequestId });
    expect(await textsOf(loggedIn(handler), { state: 'ACKNOWLEDGED' })).toEqual(['acknowledged']);
    expect(await textsOf(loggedIn(careOfficer), { state: 'FILED' })).toEqual(['filed']);
  });

  it('pages through requests of the same instant without loss and without repetition', async () => {
    const filed = ['a', 'b', 'c', 'd', 'e'];
    for (const each of filed) await file(loggedIn(handler), { text: each });
    const seen: string[] = [];
    for (let after: unknown = null, more = true; more;) {
      const { data } = await service.as(loggedIn(careOfficer))(listDocument, { first: 2, after });
      seen.push(...(field(data, 'careRequests', 'edges') as { node: { text: string } }[]).map(({ node }) => node.text));
      after = field(data, 'careRequests', 'pageInfo', 'endCursor');
      more = field(data, 'careRequests', 'pageInfo', 'hasNextPage') === true;
    }
    expect(seen.toSorted()).toEqual(filed);
  });

  it.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { after: 'WzEsImEiLCJiIl0' }])(
    'refuses %j as bad input',
    async (variables) => {
      const result = await service.as(loggedIn(handler))(listDocument, variables);
      expect(result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );

  it('reads any number of requests in the same number of statements', async () => {
    const full = `{ careRequests { edges { node {
      text owner { displayName } requester { displayName } actions { note by { displayName } }
    } } } }`;
    await answered();
    const few = await service.as(loggedIn(careOfficer))(full);
    for (let count = 0; count < 8; count += 1) await answered();
    const many = await service.as(loggedIn(careOfficer))(full);
    expect([few.extensions, many.extensions]).toEqual([{ sql: 4 }, { sql: 4 }]);
  });
});
