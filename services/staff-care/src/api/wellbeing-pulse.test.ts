import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicViewer, staffRoles, type Viewer } from '@onevisit/kernel';
import { aViewer, emptyTables } from '@onevisit/testing';
import type { AnonymousToken } from '../domain/anonymous-token.ts';
import type { Staff } from '../domain/staff.ts';
import { blindToken } from '../testing/anonymous-client.ts';
import { aStaffMember, anOrganization } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { countyBureau, director, loggedIn, otherCountyBureau } from '../testing/people.ts';

const now = new Date('2026-04-27T04:20:00Z');
const monthIsOver = new Date('2026-05-06T04:00:00Z');
const people = (code: string, count: number) =>
  Array.from({ length: count }, (_, at) => aStaffMember({ code: `${code}/${at + 1}`, roles: ['CLERK'] }));
const county = people('990102-LETT', 20);
const small = people('990103-LETT', 19);
const stranger = aStaffMember({ code: '990199-LETT/1', roles: ['CLERK'] });
const [speaker = director] = county;

let service: TestService;

beforeAll(async () => {
  service = await startService(now);
  await service.write((tx) => tx.staff.insertAll([director, ...county, ...small, stranger]));
  for (const organization of [anOrganization('990100-LETT'), countyBureau, otherCountyBureau])
    await service.tell(organization);
});
afterAll(() => service.close());
beforeEach(async () => {
  service.clock.set(now);
  await emptyTables(service.database, ['staff', 'organizations', 'inbox', 'inbox_subjects']);
});

type Answer = Readonly<Record<string, unknown>> & Readonly<{ errors: readonly { code: string }[] }>;
const selections: Record<string, string> = {
  prepareAnonymousToken: 'key { month unitGroup publicKey }',
  issueAnonymousToken: 'blindSignature',
  answerPulse: 'month',
};

const execute = (viewer: Viewer, verb: string, input: object) =>
  service.as(viewer)(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) {
      ${verb}(input: $input) { ${selections[verb]} errors { code } }
    }`,
    { input },
  );

async function sent(viewer: Viewer, verb: string, input: object): Promise<Answer> {
  const { data, errors } = await execute(viewer, verb, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Record<string, Answer>)[verb] as Answer;
}
const codes = ({ errors }: Answer) => errors.map(({ code }) => code).join();

const prepare = (who: Staff) => sent(loggedIn(who), 'prepareAnonymousToken', { purpose: 'PULSE' });

async function tokenOf(who: Staff): Promise<Readonly<{ token: AnonymousToken; unitGroup: string }>> {
  const { key } = await prepare(who);
  const { month, unitGroup, publicKey } = key as { month: string; unitGroup: string; publicKey: string };
  const blinded = await blindToken({ month, publicKey });
  const { blindSignature } = await sent(loggedIn(who), 'issueAnonymousToken', {
    purpose: 'PULSE',
    blindedMessage: blinded.blindedMessage,
  });
  return { token: await blinded.finish(String(blindSignature)), unitGroup };
}

const answers = (level: number) => ({ workload: level, safety: level, support: level, respect: level, rest: level });
const answer = (input: object) => sent(publicViewer(), 'answerPulse', { answers: answers(4), ...input });

async function groupAnswers(members: readonly Staff[], level: number): Promise<void> {
  for (const member of members)
    expect(codes(await answer({ ...(await tokenOf(member)), answers: answers(level) }))).toBe('');
}

const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['pulse_answers', 'anonymous_spent_tokens', 'idempotency_keys', 'pulse_results'].map((table) =>
        service.database.query(`select * from ${table} order by 1`),
      ),
    ),
  );

const wellbeing = async (viewer = loggedIn(director), month = '2026-04') => {
  const { data } = await service.as(viewer)(
    `query ($month: String!) { wellbeing(month: $month) {
      month closedAt results { unitGroup staff participants questions { question share band } }
    } }`,
    { month },
  );
  return (data as { wellbeing: { results: readonly Record<string, unknown>[] } | null }).wellbeing;
};

describe('prepareAnonymousToken for a pulse', () => {
  it('is for the county of at least 20, and for the city where the county is smaller', async () => {
    expect(await prepare(speaker)).toMatchObject({ key: { month: '2026-04', unitGroup: '990102' } });
    expect(await prepare(small[0] ?? director)).toMatchObject({ key: { unitGroup: '990100' } });
  });

  it('refuses who is in no group, and who came after the month had begun', async () => {
    expect(codes(await prepare(stranger))).toBe('NO_UNIT_GROUP');
    await prepare(speaker);
    const late = aStaffMember({ code: '990102-LETT/99', roles: ['CLERK'] });
    await service.write((tx) => tx.staff.insertAll([late]));
    expect(codes(await prepare(late))).toBe('NO_UNIT_GROUP');
    await service.database.query('delete from staff where id = $1', [late.id]);
  });
});

describe('answerPulse', () => {
  it('counts once, in the group and month of the token', async () => {
    const one = await tokenOf(speaker);
    expect(await answer(one)).toEqual({ month: '2026-04', errors: [] });
    expect(codes(await answer(one))).toBe('TOKEN_SPENT');
    expect(await service.database.query('select month, unit_group, answers from pulse_answers')).toEqual([
      { month: '2026-04', unit_group: '990102', answers: [4, 4, 4, 4, 4] },
    ]);
  });

  it('leaves no idempotency row, no event and no order behind', async () => {
    await groupAnswers(county.slice(0, 5).toReversed(), 4);
    const [rows] = await service.database.query<{ transactions: string; versions: string[] }>(
      `select count(distinct xmin::text) as transactions, array_agg(distinct substr(id::text, 15, 1)) as versions
       from pulse_answers`,
    );
    expect(rows).toEqual({ transactions: '1', versions: ['4'] });
    await service.subgraph.settle();
    expect([await service.database.query('select * from idempotency_keys'), service.delivered]).toEqual([[], []]);
  });

  it.each([
    ['ANSWER_OUT_OF_RANGE', { answers: { ...answers(4), rest: 0 } }],
    ['ANSWER_OUT_OF_RANGE', { answers: { ...answers(4), workload: 6 } }],
    ['TOKEN_NOT_VALID', { unitGroup: '990100' }],
    ['TOKEN_NOT_VALID', { unitGroup: 'nowhere' }],
  ])('refuses with %s, writes nothing and leaves the token unspent', async (code, wrong) => {
    await prepare(small[0] ?? director);
    const one = await tokenOf(speaker);
    const before = await everything();
    expect(codes(await answer({ ...one, ...wrong }))).toBe(code);
    expect(await everything()).toBe(before);
    expect(codes(await answer(one))).toBe('');
  });

  it('refuses a token of a month that is over: its answers are counted', async () => {
    const one = await tokenOf(speaker);
    service.clock.set(new Date('2026-04-30T16:00:00Z'));
    expect(codes(await answer(one))).toBe('TOKEN_NOT_VALID');
  });

  it('is closed to whoever is logged in', async () => {
    const one = await tokenOf(speaker);
    for (const role of [...staffRoles, 'PETITIONER' as const]) {
      const result = await execute(aViewer(role), 'answerPulse', { ...one, answers: answers(4) });
      expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('does not take a token that is good for a suggestion', async () => {
    const { key } = await sent(loggedIn(speaker), 'prepareAnonymousToken', { purpose: 'SUGGESTION' });
    const blinded = await blindToken(key as { month: string; publicKey: string });
    const { blindSignature } = await sent(loggedIn(speaker), 'issueAnonymousToken', {
      purpose: 'SUGGESTION',
      blindedMessage: blinded.blindedMessage,
    });
    await prepare(speaker);
    for (const unitGroup of ['', '990102']) {
      const result = await answer({ token: await blinded.finish(String(blindSignature)), unitGroup });
      expect(codes(result)).toBe('TOKEN_NOT_VALID');
    }
  });
});

describe('wellbeing', () => {
  it('is told when the month is over, of groups alone, and the answers are destroyed', async () => {
    await groupAnswers(county.slice(0, 7), 5);
    await groupAnswers(county.slice(7, 14), 2);
    expect(await wellbeing()).toBeNull();

    service.clock.set(monthIsOver);
    await service.subgraph.settle();
    const questions = ['WORKLOAD', 'SAFETY', 'SUPPORT', 'RESPECT', 'REST'].map((question) => ({
      question,
      share: 0.5,
      band: 'MIDDLE',
    }));
    expect(await wellbeing()).toEqual({
      month: '2026-04',
      closedAt: '2026-04-30T16:00:00.000Z',
      results: [
        { unitGroup: null, staff: 40, participants: 14, questions },
        { unitGroup: '990102', staff: 20, participants: 14, questions },
      ],
    });
    expect(await service.database.query('select * from pulse_answers')).toEqual([]);
  });

  it('tells nothing of six', async () => {
    await groupAnswers(county.slice(0, 6), 1);
    service.clock.set(monthIsOver);
    await service.subgraph.settle();
    expect(await wellbeing()).toMatchObject({ results: [] });
  });

  it.each(staffRoles.filter((role) => !['CHIEF', 'DIRECTOR', 'CARE_OFFICER'].includes(role)))(
    'is refused to a %s',
    async (role) => {
      const result = await service.as(aViewer(role))('{ wellbeing(month: "2026-04") { month } }');
      expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    },
  );

  it('is null of a month that nobody was asked in', async () => {
    expect(await wellbeing(loggedIn(director), 'nonsense')).toBeNull();
  });
});
