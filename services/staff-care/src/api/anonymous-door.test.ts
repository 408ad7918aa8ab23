import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, publicViewer, staffRoles, type Viewer } from '@onevisit/kernel';
import { aViewer, emptyTables } from '@onevisit/testing';
import type { AnonymousToken } from '../domain/anonymous-token.ts';
import type { Staff } from '../domain/staff.ts';
import { blindToken, type BlindedToken } from '../testing/anonymous-client.ts';
import { aStaffMember } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { careOfficer, chief, clerk, director, handler, loggedIn, organizations, staff } from '../testing/people.ts';

const now = new Date('2026-04-27T04:20:00Z');
const crowd = Array.from({ length: 9 }, (_, at) => aStaffMember({ code: `990103-LETT/${at + 10}`, roles: ['CLERK'] }));
const title = '减少重复报表';
const body = '同一数据每周报三次，建议合并。';

let service: TestService;

beforeAll(async () => {
  service = await startService(now);
  await service.write((tx) => tx.staff.insertAll([...staff, ...crowd]));
  for (const organization of organizations) await service.tell(organization);
});
afterAll(() => service.close());
beforeEach(async () => {
  service.clock.set(now);
  await emptyTables(service.database, ['staff', 'organizations', 'inbox', 'inbox_subjects', 'anonymous_keys']);
});

type Answer = Readonly<Record<string, unknown>> & Readonly<{ errors: readonly { code: string }[] }>;

const selections: Record<string, string> = {
  prepareAnonymousToken: 'key { purpose month publicKey notice }',
  issueAnonymousToken: 'blindSignature',
  postAnonymousSuggestion: 'shownWithinHours',
};
const ofSuggestion = 'staffSuggestion { id state version messages { sender text shownAt } }';

const execute = (viewer: Viewer, verb: string, input: object) =>
  service.as(viewer)(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) {
      ${verb}(input: $input) { ${selections[verb] ?? ofSuggestion} errors { code path } }
    }`,
    { input },
  );

async function sent(viewer: Viewer, verb: string, input: object): Promise<Answer> {
  const { data, errors } = await execute(viewer, verb, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Record<string, Answer>)[verb] as Answer;
}
const codes = ({ errors }: Answer) => errors.map(({ code }) => code).join();

type Key = Readonly<{ month: string; publicKey: string; notice: string }>;

async function prepared(viewer = loggedIn(clerk)): Promise<Key> {
  const { key } = await sent(viewer, 'prepareAnonymousToken', { purpose: 'SUGGESTION' });
  return key as Key;
}

const issue = (who: Staff, { blindedMessage }: Pick<BlindedToken, 'blindedMessage'>) =>
  sent(loggedIn(who), 'issueAnonymousToken', { purpose: 'SUGGESTION', blindedMessage });

async function token(who: Staff = clerk): Promise<AnonymousToken> {
  const blinded = await blindToken(await prepared());
  const { blindSignature } = await issue(who, blinded);
  return blinded.finish(String(blindSignature));
}

const replyToken = () => randomBytes(32).toString('base64url');
const nobody = publicViewer();
const post = (input: object) => sent(nobody, 'postAnonymousSuggestion', { title, body, ...input });

const doorTables = [
  'anonymous_token_issues',
  'anonymous_spent_tokens',
  'waiting_suggestions',
  'staff_suggestions',
  'suggestion_messages',
  'idempotency_keys',
];
const everything = async () =>
  JSON.stringify(
    await Promise.all(doorTables.map((table) => service.database.query(`select * from ${table} order by 1`))),
  );

/** Until the last of them has been shown. */
async function shown(): Promise<void> {
  service.clock.set(new Date('2026-04-30T05:00:00Z'));
  await service.subgraph.settle();
}

const ownView = async (own: string, viewer = nobody) => {
  const { data } = await service.as(viewer)(
    `query ($own: String!) { anonymousSuggestion(replyToken: $own) {
      id route title body isAnonymous author { code } filedAt filedWeek state
      decision { outcome explanation decidedBy { code } } actions { text } messages { sender text }
    } }`,
    { own },
  );
  return (data as { anonymousSuggestion: Record<string, unknown> | null }).anonymousSuggestion;
};

const inbox = async (who = director) => {
  const { data } = await service.as(loggedIn(who))(
    `{ staffSuggestions { edges { node {
      id title body isAnonymous author { code } filedAt filedWeek messages { sender text }
    } } } }`,
  );
  const { staffSuggestions } = data as { staffSuggestions: { edges: { node: Record<string, unknown> }[] } };
  return staffSuggestions.edges.map(({ node }) => node);
};

describe('prepareAnonymousToken', () => {
  it('gives everybody the same key of the month, however many ask at once, and warns them', async () => {
    await emptyTables(service.database, ['staff', 'organizations', 'inbox', 'inbox_subjects']);
    const keys = await Promise.all([clerk, handler, director].map((who) => prepared(loggedIn(who))));
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
    expect(keys[0]).toMatchObject({ month: '2026-04', notice: expect.stringContaining('24至72小时') });
  });

  it('keeps the private half sealed', async () => {
    await prepared();
    const [row] = await service.database.query<{ private_sealed: string }>('select private_sealed from anonymous_keys');
    expect(row?.private_sealed).toMatch(/^v1\./);
  });

  it('has another key for another month', async () => {
    const april = await prepared();
    service.clock.set(new Date('2026-04-30T16:00:00Z'));
    const may = await prepared();
    expect([april.month, may.month, april.publicKey === may.publicKey]).toEqual(['2026-04', '2026-05', false]);
  });
});

describe('issueAnonymousToken', () => {
  it('signs what a library of RFC 9474 blinds, and unblinds', async () => {
    expect(await token()).toEqual({
      month: '2026-04',
      message: expect.stringMatching(/^.{86}$/),
      signature: expect.stringMatching(/^.{342}$/),
    });
  });

  it('gives one token a month to each, and the same signature for the same message', async () => {
    const key = await prepared();
    const [first, second] = [await blindToken(key), await blindToken(key)];
    const once = await issue(clerk, first);
    const again = await issue(clerk, first);
    expect(again).toEqual(once);
    const before = await everything();
    expect(codes(await issue(clerk, second))).toBe('ALREADY_ISSUED');
    expect(await everything()).toBe(before);
    expect(codes(await issue(handler, second))).toBe('');
  });

  it.each(['', 'AA', Buffer.alloc(256, 255).toString('base64url')])(
    'refuses what is no blinded message: %j',
    async (blindedMessage) => {
      await prepared();
      expect(codes(await issue(clerk, { blindedMessage }))).toBe('BLINDED_MESSAGE_NOT_VALID');
      expect(await everything()).toBe('[[],[],[],[],[],[]]');
    },
  );

  it('refuses before a key was asked for, and who is not on the staff', async () => {
    service.clock.set(new Date('2026-07-01T04:00:00Z'));
    expect(codes(await issue(clerk, { blindedMessage: 'AA' }))).toBe('KEY_NOT_PREPARED');
    const client = aViewer('DEVELOPER', { id: 'client-7' });
    for (const [verb, input] of [
      ['issueAnonymousToken', { purpose: 'SUGGESTION', blindedMessage: 'AA' }],
      ['prepareAnonymousToken', { purpose: 'SUGGESTION' }],
    ] as const) {
      expect(codes(await sent(client, verb, input))).toBe('REQUESTER_NOT_ON_STAFF');
      const result = await execute(nobody, verb, input);
      expect(result.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
  });
});

describe('postAnonymousSuggestion', () => {
  it('comes before the director after a while, with a week and no name', async () => {
    const own = replyToken();
    expect(await post({ token: await token(), replyToken: own })).toEqual({ shownWithinHours: 72, errors: [] });
    expect([await inbox(), await ownView(own)]).toEqual([[], null]);

    service.clock.set(new Date('2026-04-28T04:20:00Z'));
    await service.subgraph.settle();
    expect(await inbox()).toEqual([]);

    await shown();
    const view = { title, body, isAnonymous: true, author: null, filedAt: null, filedWeek: '2026-W18', messages: [] };
    expect(await inbox()).toEqual([{ id: expect.stringMatching(/^.{14}4/), ...view }]);
    expect(await inbox(chief)).toEqual([]);
    expect(await ownView(own)).toMatchObject({ ...view, route: 'DIRECTOR', state: 'FILED', decision: null });
    expect(await service.database.query('select * from waiting_suggestions')).toEqual([]);
  });

  it('tells no other subgraph, and leaves no idempotency row', async () => {
    await post({ token: await token(), replyToken: replyToken() });
    await shown();
    expect([service.delivered, await service.database.query('select * from idempotency_keys')]).toEqual([[], []]);
  });

  it('is decided on as any other, and its author reads why', async () => {
    const own = replyToken();
    await post({ token: await token(), replyToken: own });
    await shown();
    const [suggestion] = await inbox();
    await sent(loggedIn(director), 'decideStaffSuggestion', {
      suggestionId: suggestion?.['id'],
      benefitsWork: true,
      benefitsUnity: false,
      outcome: 'ADOPT',
      explanation: '五月起合并为一张表。',
      actions: [{ text: '合并报表', ownerId: careOfficer.id, dueOn: '2026-05-20' }],
    });
    expect(await ownView(own)).toMatchObject({
      state: 'DECIDED',
      decision: { outcome: 'ADOPT', explanation: '五月起合并为一张表。', decidedBy: null },
      actions: [{ text: '合并报表' }],
    });
  });

  it('takes a token once, even of two that come at once', async () => {
    const one = await token();
    const both = await Promise.all([1, 2].map(() => post({ token: one, replyToken: replyToken() })));
    expect(both.map(codes).toSorted()).toEqual(['', 'TOKEN_SPENT']);
    const padded = { ...one, message: `${one.message}=` };
    expect(codes(await post({ token: padded, replyToken: replyToken() }))).toBe('TOKEN_SPENT');
  });

  it('takes a token in the month after its own, and no later', async () => {
    const one = await token();
    service.clock.set(new Date('2026-05-31T15:59:59Z'));
    expect(codes(await post({ token: one, replyToken: replyToken() }))).toBe('');
    const two = await token(handler);
    service.clock.set(new Date('2026-06-30T16:00:00Z'));
    expect(codes(await post({ token: two, replyToken: replyToken() }))).toBe('TOKEN_NOT_VALID');
  });

  it.each([
    ['TOKEN_NOT_VALID', { token: { month: '2026-04', message: 'AAAA', signature: 'AAAA' } }],
    ['TOKEN_NOT_VALID', { token: { month: '2026-03', message: 'AAAA', signature: 'AAAA' } }],
    ['REPLY_TOKEN_NOT_VALID', { replyToken: 'x'.repeat(21) }],
    ['TITLE_EMPTY', { title: ' ' }],
    ['TITLE_TOO_LONG', { title: '字'.repeat(101) }],
    ['BODY_EMPTY', { body: '' }],
    ['BODY_TOO_LONG', { body: '字'.repeat(20_001) }],
  ])('refuses with %s, writes nothing and leaves the token unspent', async (code, wrong) => {
    const good = await token();
    const before = await everything();
    expect(codes(await post({ token: good, replyToken: replyToken(), ...wrong }))).toBe(code);
    expect(await everything()).toBe(before);
    expect(codes(await post({ token: good, replyToken: replyToken() }))).toBe('');
  });

  it('refuses a signature that belongs to another message, and a reply token that is in use', async () => {
    const [one, two] = [await token(clerk), await token(handler)];
    expect(codes(await post({ token: { ...one, message: two.message }, replyToken: replyToken() }))).toBe(
      'TOKEN_NOT_VALID',
    );
    const own = replyToken();
    await post({ token: one, replyToken: own });
    expect(codes(await post({ token: two, replyToken: own }))).toBe('REPLY_TOKEN_NOT_VALID');
    await shown();
    expect(codes(await post({ token: two, replyToken: own }))).toBe('REPLY_TOKEN_NOT_VALID');
  });

  it('is closed to whoever is logged in: nobody is to send it under a name', async () => {
    const good = await token();
    for (const role of [...staffRoles, 'PETITIONER' as const]) {
      const result = await execute(aViewer(role), 'postAnonymousSuggestion', {
        token: good,
        title,
        body,
        replyToken: replyToken(),
      });
      expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('the conversation with an unknown author', () => {
  const ask = (suggestionId: unknown, input: object = {}, viewer = loggedIn(director)) =>
    sent(viewer, 'writeToAnonymousAuthor', { suggestionId, text: '哪几张表？', ...input });
  const reply = (own: string, text = '日报、周报和台账。') =>
    sent(nobody, 'replyAsAnonymousAuthor', { replyToken: own, text });

  async function begun() {
    const own = replyToken();
    await post({ token: await token(), replyToken: own });
    await shown();
    const [suggestion] = await inbox();
    return { own, id: suggestion?.['id'] };
  }

  it('goes both ways, the author’s words after a while', async () => {
    const { own, id } = await begun();
    await ask(id);
    expect(codes(await reply(own))).toBe('');
    const asked = { sender: 'ADDRESSEE', text: '哪几张表？' };
    const answered = { sender: 'AUTHOR', text: '日报、周报和台账。' };
    expect(await ownView(own)).toMatchObject({ messages: [asked, answered] });
    expect(await inbox()).toMatchObject([{ messages: [asked] }]);
    service.clock.set(new Date('2026-05-03T06:00:00Z'));
    expect(await inbox()).toMatchObject([{ messages: [asked, answered] }]);
  });

  it('is kept sealed', async () => {
    const { own, id } = await begun();
    await ask(id);
    await reply(own);
    const dump = await everything();
    expect(['哪几张表', '台账', title, body].filter((words) => dump.includes(words))).toEqual([]);
  });

  it('is refused without the token, before it is shown, and to who does not decide', async () => {
    const { own, id } = await begun();
    const before = await everything();
    expect(codes(await reply(replyToken()))).toBe('SUGGESTION_NOT_FOUND');
    expect(codes(await reply(own, ' '))).toBe('TEXT_EMPTY');
    expect(codes(await ask(id, { text: '字'.repeat(20_001) }))).toBe('TEXT_TOO_LONG');
    expect(codes(await ask(id, {}, loggedIn(chief)))).toBe('SUGGESTION_NOT_FOUND');
    expect(codes(await ask(id, { expectedVersion: 9 }))).toBe('STALE_VERSION');
    expect(await everything()).toBe(before);
    expect(await ownView(replyToken())).toBeNull();
    const loggedInView = await service.as(loggedIn(clerk))(
      'query ($own: String!) { anonymousSuggestion(replyToken: $own) { id } }',
      { own },
    );
    expect(loggedInView.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is not for a suggestion with a name', async () => {
    const { data } = await service.as(loggedIn(clerk))(
      `mutation ($input: PostStaffSuggestionInput!) { postStaffSuggestion(input: $input) { staffSuggestion { id } } }`,
      { input: { route: 'DIRECTOR', title, body, idempotencyKey: newId() } },
    );
    const made = (data as { postStaffSuggestion: { staffSuggestion: { id: string } } }).postStaffSuggestion;
    expect(codes(await ask(made.staffSuggestion.id))).toBe('AUTHOR_IS_NAMED');
  });
});

/** Every row of every table and of the event engine, with its place and its transaction, as an insider reads them. */
async function dumped(): Promise<Readonly<Record<string, readonly Record<string, unknown>[]>>> {
  const tables = await service.database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows = await Promise.all(
    tables.map(async ({ name }) => [
      name,
      await service.database.query(`select xmin::text, ctid::text, t.* from ${name} t order by ctid`),
    ]),
  );
  return Object.fromEntries(rows);
}

describe('whoever reads all tables and events', () => {
  /** Everybody of the crowd takes a token and uses it at once, one after the other: the worst case. */
  async function crowdSpeaks(authors: readonly Staff[]): Promise<void> {
    for (const [at, author] of authors.entries()) {
      const one = await token(author);
      await post({ token: one, title: `建议${at}`, body, replyToken: replyToken() });
    }
  }

  it('sees neither in places nor in transactions who came first', async () => {
    await crowdSpeaks(crowd.toReversed());
    const dump = await dumped();
    for (const [table, column] of [
      ['public.anonymous_token_issues', 'staff_id'],
      ['public.anonymous_spent_tokens', 'token_hash'],
      ['public.waiting_suggestions', 'id'],
    ] as const) {
      const rows = dump[table] ?? [];
      expect(rows).toHaveLength(crowd.length);
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
      // In the order of the column, but for gaps of the pages that are filled first; never in the order of the acts.
      const inPlace = rows.map((row) => String(row[column]));
      const descents = inPlace.filter((value, at) => at > 0 && value < (inPlace[at - 1] ?? ''));
      expect(descents.length).toBeLessThan(4);
    }
  });

  it('finds the same rows whoever of two wrote which: there is nothing to guess from', async () => {
    const [one, two] = crowd.slice(0, 2) as [Staff, Staff];
    // Random values and what names a row by them are no trace: they are drawn anew each time.
    const random =
      /id|_sealed|wrapped_key|_hash|xmin|ctid|release_at|public_key|listed_at|shown_at|created|updated|_on$|made_on/;
    const traces = async (authors: readonly Staff[]) => {
      await emptyTables(service.database, ['staff', 'organizations', 'inbox', 'inbox_subjects', 'anonymous_keys']);
      service.clock.set(now);
      await crowdSpeaks(authors);
      const issuedTo = (await service.database.query('select staff_id from anonymous_token_issues')).map((row) =>
        JSON.stringify(row),
      );
      const rows = Object.entries(await dumped()).map(([table, found]) => [
        table,
        found.map((row) => Object.entries(row).filter(([column]) => !random.test(column))),
      ]);
      return { issuedTo: issuedTo.toSorted(), rows: JSON.stringify(rows) };
    };
    const straight = await traces([one, two]);
    const swapped = await traces([two, one]);
    expect(swapped).toEqual(straight);
  });

  it('finds no name, no organization and no blinded message beside what was written', async () => {
    await crowdSpeaks(crowd);
    await shown();
    const { 'public.anonymous_token_issues': issues = [], ...dump } = await dumped();
    const blinded = issues.map((row) => String(row['blinded_hash']));
    const spoken = JSON.stringify(
      Object.entries(dump).filter(([table]) => /suggestion|spent|waiting|event|idempot/.test(table)),
    );
    const given = [...blinded, ...crowd.flatMap(({ id, organizationId, code }) => [id, organizationId, code])];
    expect(given.filter((trace) => spoken.includes(trace))).toEqual([]);
    expect(dump['public.staff_suggestions']).toHaveLength(crowd.length);
  });
});
