import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, staffRoles, type Viewer } from '@onevisit/kernel';
import { aViewer, emptyTables } from '@onevisit/testing';
import type { Staff } from '../domain/staff.ts';
import { aStaffMember } from '../testing/builders.ts';
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
  staff,
} from '../testing/people.ts';

const now = new Date('2026-04-27T04:00:00Z');
const townshipClerk = aStaffMember({ code: '990102001-LETT/2', roles: ['CLERK'] });
const otherChief = aStaffMember({ code: '990103-LETT/1', roles: ['CHIEF'] });
const title = '窗口错峰轮休';
const body = '周五下午来访少，建议两人轮休。';
const tables = [
  'staff_suggestions',
  'suggestion_texts',
  'suggestion_decisions',
  'suggestion_actions',
  'idempotency_keys',
];

let service: TestService;

beforeAll(async () => {
  service = await startService(now);
  await service.write((tx) => tx.staff.insertAll([...staff, townshipClerk, otherChief]));
  for (const organization of organizations) await service.tell(organization);
});
afterAll(() => service.close());
beforeEach(async () => {
  await emptyTables(service.database, ['staff', 'organizations', 'inbox', 'inbox_subjects']);
});

const everything = async () =>
  JSON.stringify(await Promise.all(tables.map((table) => service.database.query(`select * from ${table} order by 1`))));

type Suggestion = Readonly<Record<string, unknown>> & Readonly<{ id: string; actions: readonly { id: string }[] }>;
type Answer = Readonly<{ staffSuggestion: Suggestion | null; errors: readonly { code: string; path: string[] }[] }>;

const fields = `
  id route title body author { code } filedAt state promotedAt version
  decision { benefitsWork benefitsUnity hindrance outcome explanation decidedBy { code } decidedAt }
  actions { id text owner { code } dueOn doneAt }`;

const execute = (viewer: Viewer, verb: string, input: object) =>
  service.as(viewer)(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) {
      ${verb}(input: $input) { staffSuggestion { ${fields} } errors { code path } }
    }`,
    { input },
  );

async function sent(viewer: Viewer, verb: string, input: object): Promise<Answer> {
  const { data, errors } = await execute(viewer, verb, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Record<string, Answer>)[verb] as Answer;
}

async function post(author: Staff = clerk, input: object = {}): Promise<string> {
  const { staffSuggestion, errors } = await sent(loggedIn(author), 'postStaffSuggestion', {
    route: 'LEADER_IN_CHARGE',
    title,
    body,
    idempotencyKey: newId(),
    ...input,
  });
  return staffSuggestion?.id ?? errors.map(({ code }) => code).join();
}

const adoption = {
  benefitsWork: false,
  benefitsUnity: true,
  outcome: 'TRIAL',
  explanation: '同意试行一个月。',
  actions: [{ text: '排出轮休表', ownerId: clerk.id, dueOn: '2026-05-08' }],
};
const decide = (viewer: Viewer, suggestionId: string, input: object = {}) =>
  sent(viewer, 'decideStaffSuggestion', { suggestionId, ...adoption, ...input });

const listed = async (viewer: Viewer, variables: Record<string, unknown> = {}) => {
  const { data } = await service.as(viewer)(
    `query ($first: Int! = 20, $after: String, $state: StaffSuggestionState) {
      staffSuggestions(first: $first, after: $after, state: $state) {
        edges { node { id } } pageInfo { hasNextPage endCursor }
      }
    }`,
    variables,
  );
  const { staffSuggestions } = data as { staffSuggestions: { edges: { node: { id: string } }[]; pageInfo: never } };
  return staffSuggestions.edges.map(({ node }) => node.id);
};

describe('postStaffSuggestion', () => {
  it('takes the suggestion of anybody on the staff, with the author’s name', async () => {
    const { staffSuggestion } = await sent(loggedIn(clerk), 'postStaffSuggestion', {
      route: 'DIRECTOR',
      title,
      body,
      idempotencyKey: 'k',
    });
    expect(staffSuggestion).toEqual({
      id: expect.any(String),
      route: 'DIRECTOR',
      title,
      body,
      author: { code: clerk.code },
      filedAt: now.toISOString(),
      state: 'FILED',
      promotedAt: null,
      version: 1,
      decision: null,
      actions: [],
    });
  });

  it('keeps all that is said sealed', async () => {
    await decide(loggedIn(chief), await post());
    const dump = await everything();
    expect([title, body, '试行一个月', '轮休'].filter((words) => dump.includes(words))).toEqual([]);
  });

  it('happens once for one key', async () => {
    expect(await post(clerk, { idempotencyKey: 'k' })).toBe(await post(clerk, { idempotencyKey: 'k' }));
    expect(await post(clerk, { idempotencyKey: 'k', title: '另一条' })).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it.each([
    ['TITLE_EMPTY', { title: ' ' }],
    ['TITLE_TOO_LONG', { title: '字'.repeat(101) }],
    ['BODY_EMPTY', { body: '' }],
    ['BODY_TOO_LONG', { body: '字'.repeat(20_001) }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    expect(await post(clerk, wrong)).toBe(code);
    expect(await everything()).toBe('[[],[],[],[],[]]');
  });

  it('refuses who is not on the staff, and petitioners', async () => {
    const input = { route: 'DIRECTOR', title, body, idempotencyKey: 'k' };
    const answer = await sent(aViewer('DEVELOPER', { id: 'client-7' }), 'postStaffSuggestion', input);
    expect(answer).toMatchObject({ errors: [{ code: 'AUTHOR_NOT_ON_STAFF' }] });
    for (const [role, code] of [
      ['PETITIONER', 'FORBIDDEN'],
      ['PUBLIC', 'UNAUTHENTICATED'],
    ] as const) {
      const result = await execute(aViewer(role), 'postStaffSuggestion', input);
      expect(result.errors).toMatchObject([{ extensions: { code } }]);
    }
    expect(await everything()).toBe('[[],[],[],[],[]]');
  });
});

describe('staffSuggestions', () => {
  it('are for the author and for who leads the author’s organization or the one above it', async () => {
    const ofCounty = await post(clerk);
    const ofTownship = await post(townshipClerk);
    const seen = await Promise.all([clerk, townshipClerk, chief, director].map((who) => listed(loggedIn(who))));
    expect(seen.map((ids) => ids.toSorted())).toEqual([
      [ofCounty],
      [ofTownship],
      [ofCounty, ofTownship].toSorted(),
      // The city's bureau is above the county's, not above the township's.
      [ofCounty],
    ]);
    for (const who of [otherChief, leader, handler, careOfficer]) expect(await listed(loggedIn(who))).toEqual([]);
  });

  it('by the other route are for the director alone', async () => {
    const id = await post(handler, { route: 'DIRECTOR' });
    expect(await listed(loggedIn(director))).toEqual([id]);
    for (const who of [leader, chief, otherChief]) expect(await listed(loggedIn(who))).toEqual([]);
  });

  it('are nothing to anybody else, whatever the role, by list and by reference', async () => {
    const id = await post(handler, { route: 'DIRECTOR' });
    for (const role of staffRoles.filter((each) => each !== 'DIRECTOR')) {
      const viewer = loggedIn(otherChief, { roles: [role] });
      const { data } = await service.as(viewer)(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on StaffSuggestion { title } } }',
        { r: [{ __typename: 'StaffSuggestion', id }] },
      );
      expect([await listed(viewer), data]).toEqual([[], { _entities: [null] }]);
    }
  });

  it('filter by state and go on page by page', async () => {
    const ids = [await post(), await post(), await post()];
    await sent(loggedIn(chief), 'readStaffSuggestion', { suggestionId: ids[1] });
    expect(await listed(loggedIn(chief), { state: 'READ' })).toEqual([ids[1]]);
    expect(await listed(loggedIn(chief), { first: 2 })).toHaveLength(2);
    const bad = await service.as(loggedIn(chief))('{ staffSuggestions(first: 101) { edges { cursor } } }');
    expect(bad.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('take the same number of statements however many they are', async () => {
    const document = `{ staffSuggestions { edges { node { title body author { code } decision { explanation }
      actions { text owner { code } } } } } }`;
    await decide(loggedIn(chief), await post());
    const few = await service.as(loggedIn(chief))(document);
    for (let count = 0; count < 4; count += 1) await decide(loggedIn(chief), await post());
    const many = await service.as(loggedIn(chief))(document);
    expect([few.extensions, many.extensions]).toEqual([{ sql: 5 }, { sql: 5 }]);
  });
});

describe('decideStaffSuggestion', () => {
  it('is explained, and says what will be done', async () => {
    const id = await post();
    const { staffSuggestion, errors } = await decide(loggedIn(chief), id, { expectedVersion: 1 });
    expect(errors).toEqual([]);
    expect(staffSuggestion).toMatchObject({
      state: 'DECIDED',
      version: 2,
      decision: {
        benefitsWork: false,
        benefitsUnity: true,
        hindrance: null,
        outcome: 'TRIAL',
        explanation: '同意试行一个月。',
        decidedBy: { code: chief.code },
        decidedAt: now.toISOString(),
      },
      actions: [{ text: '排出轮休表', owner: { code: clerk.code }, dueOn: '2026-05-08', doneAt: null }],
    });
  });

  it('may be taken again after it was deferred: the last one stands', async () => {
    const id = await post();
    const later = { benefitsUnity: false, outcome: 'DEFER', actions: [] };
    await decide(loggedIn(chief), id, later);
    const { staffSuggestion } = await decide(loggedIn(chief), id);
    expect(staffSuggestion).toMatchObject({ state: 'DECIDED', decision: { outcome: 'TRIAL' } });
  });

  const none = { outcome: 'DECLINE', actions: [] };
  it.each([
    ['NOT_THE_DECIDER', clerk, {}],
    ['SUGGESTION_NOT_FOUND', otherChief, {}],
    ['SUGGESTION_NOT_FOUND', chief, { suggestionId: 'no id at all' }],
    ['STALE_VERSION', chief, { expectedVersion: 2 }],
    ['BENEFIT_MUST_BE_TRIED', chief, none],
    ['BENEFIT_MUST_BE_TRIED', chief, { ...none, outcome: 'DEFER', benefitsWork: true, benefitsUnity: false }],
    ['UNLAWFUL_CANNOT_BE_DONE', chief, { hindrance: 'UNLAWFUL' }],
    ['EXPLANATION_EMPTY', chief, { explanation: ' ' }],
    ['EXPLANATION_TOO_LONG', chief, { explanation: '字'.repeat(20_001) }],
    ['ACTIONS_MISSING', chief, { actions: [] }],
    ['ACTIONS_WITHOUT_ADOPTION', chief, { outcome: 'DECLINE', hindrance: 'UNFUNDED' }],
    ['TOO_MANY_ACTIONS', chief, { actions: Array.from({ length: 21 }, () => adoption.actions[0]) }],
    ['TEXT_EMPTY', chief, { actions: [{ text: '', ownerId: clerk.id, dueOn: '2026-05-08' }] }],
    ['TEXT_TOO_LONG', chief, { actions: [{ text: '字'.repeat(2_001), ownerId: clerk.id, dueOn: '2026-05-08' }] }],
    ['OWNER_NOT_ON_STAFF', chief, { actions: [{ text: '排班', ownerId: 'nobody', dueOn: '2026-05-08' }] }],
    ['DUE_IN_THE_PAST', chief, { actions: [{ text: '排班', ownerId: clerk.id, dueOn: '2026-04-26' }] }],
  ])('refuses with %s and writes nothing', async (code, who, wrong) => {
    const id = await post();
    const before = await everything();
    // The author may hold a role that decides on others' suggestions.
    const viewer = loggedIn(who, who === clerk ? { roles: ['CHIEF'] } : {});
    const answer = await decide(viewer, id, { idempotencyKey: 'k', ...wrong });
    expect(answer).toMatchObject({ staffSuggestion: null, errors: [{ code }] });
    expect(await everything()).toBe(before);
  });

  it('is taken once, by one of two who decide at once', async () => {
    const id = await post();
    const both = await Promise.all([chief, director].map((who) => decide(loggedIn(who), id)));
    expect(both.map(({ errors }) => errors.map(({ code }) => code).join()).toSorted()).toEqual(['', 'WRONG_STATE']);
  });

  it.each(staffRoles.filter((role) => !['LEADER', 'CHIEF', 'DIRECTOR'].includes(role)))(
    'is refused to a %s',
    async (role) => {
      const suggestionId = await post();
      const result = await execute(loggedIn(chief, { roles: [role] }), 'decideStaffSuggestion', {
        suggestionId,
        ...adoption,
      });
      expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    },
  );
});

describe('readStaffSuggestion', () => {
  it('shows the author that it was read, once', async () => {
    const suggestionId = await post();
    const { staffSuggestion } = await sent(loggedIn(chief), 'readStaffSuggestion', { suggestionId });
    expect(staffSuggestion).toMatchObject({ state: 'READ', version: 2 });
    const again = await sent(loggedIn(chief), 'readStaffSuggestion', { suggestionId });
    expect(again).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
  });
});

describe('completeSuggestionAction', () => {
  const action = adoption.actions[0];

  it('brings the suggestion to its end with the last action', async () => {
    const suggestionId = await post();
    const { staffSuggestion } = await decide(loggedIn(chief), suggestionId, { actions: [action, action] });
    const [first, second] = (staffSuggestion?.actions ?? []).map(({ id }) => id);
    const one = await sent(loggedIn(chief), 'completeSuggestionAction', { suggestionId, actionId: first });
    const two = await sent(loggedIn(chief), 'completeSuggestionAction', { suggestionId, actionId: second });
    expect([one.staffSuggestion, two.staffSuggestion]).toMatchObject([
      { state: 'IN_ACTION', actions: [{ doneAt: now.toISOString() }, { doneAt: null }] },
      { state: 'DONE', actions: [{ doneAt: now.toISOString() }, { doneAt: now.toISOString() }] },
    ]);
  });

  it('refuses what is not there, what is done, and what rests on an older version', async () => {
    const suggestionId = await post();
    const { staffSuggestion } = await decide(loggedIn(chief), suggestionId);
    const actionId = staffSuggestion?.actions[0]?.id;
    const codes = [];
    for (const input of [{ actionId: newId() }, { actionId, expectedVersion: 1 }, { actionId }, { actionId }]) {
      const { errors } = await sent(loggedIn(chief), 'completeSuggestionAction', { suggestionId, ...input });
      codes.push(errors.map(({ code }) => code).join());
    }
    expect(codes).toEqual(['ACTION_NOT_FOUND', 'STALE_VERSION', '', 'ALREADY_DONE']);
  });
});

describe('promoteStaffSuggestion', () => {
  it('tells the innovators the id of the suggestion, and nothing of its author', async () => {
    const suggestionId = await post(clerk, { route: 'DIRECTOR' });
    await decide(loggedIn(director), suggestionId);
    const { staffSuggestion } = await sent(loggedIn(director), 'promoteStaffSuggestion', { suggestionId });
    expect(staffSuggestion).toMatchObject({ promotedAt: now.toISOString(), version: 3 });
    await service.subgraph.settle();
    expect(service.delivered).toEqual([
      {
        id: expect.any(String),
        type: 'staffSuggestion.promoted.v1',
        source: 'staff-care',
        time: now.toISOString(),
        subjectId: suggestionId,
        subjectVersion: 3,
        organizationId: null,
        actorOrganizationId: director.organizationId,
        data: {},
      },
    ]);
    const again = await sent(loggedIn(director), 'promoteStaffSuggestion', { suggestionId });
    expect(again).toMatchObject({ errors: [{ code: 'ALREADY_PROMOTED' }] });
  });

  it('refuses what was not adopted, and tells nobody', async () => {
    const before = service.delivered.length;
    const suggestionId = await post();
    const answer = await sent(loggedIn(chief), 'promoteStaffSuggestion', { suggestionId });
    expect(answer).toMatchObject({ errors: [{ code: 'NOT_ADOPTED' }] });
    await service.subgraph.settle();
    expect(service.delivered).toHaveLength(before);
  });
});
