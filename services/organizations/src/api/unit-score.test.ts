import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type DeliveredEvent, type Role, type Viewer } from '@onevisit/kernel';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import type { Organization } from '../domain/organization.ts';
import { anEvent } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';
import { fact, memberOf, scoredCity, scoredCityReference } from '../testing/scored-city.ts';

const { cityBureau, section, office, justice, county, other, third, unscored } = scoredCity;

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountWith(scoredCityReference);
});

beforeEach(async () => {
  await mounted.database.query(
    `truncate interviews, warning_notices, unit_scores, score_entries, score_appeals, score_appeal_votes, score_confirmations, unit_facts,
     indicator_values, inbox, inbox_subjects, idempotency_keys`,
  );
  mounted.clock.set('2026-04-07T02:00:00Z');
});

afterAll(() => mounted.close());

const supervisor = aViewer('SUPERVISOR');

const value = (organization: Organization, code: string, numerator: number, denominator: number) =>
  anEvent({
    type: 'indicator.computed.v1',
    time: '2026-04-03T02:00:00Z',
    data: { code, organizationId: organization.id, period: '2026-Q1', numerator, denominator },
  });
const tell = async (...events: readonly DeliveredEvent[]) => {
  for (const event of events) await mounted.subgraph.consume(event);
};

/** Forty terms due, four late replies, one bounced matter. */
const aQuarterOf = (organization: Organization) => [
  value(organization, 'K02', 40, 40),
  value(organization, 'K03', 90, 100),
  fact(organization, 'BOUNCED'),
];

let keys = 0;
const act = async (viewer: Viewer, verb: string, input: object, selection: string) => {
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
  keys += 1;
  const { data, errors } = await mounted.as(viewer)(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selection} errors { code path } } }`,
    { input: { idempotencyKey: `key-${keys}`, ...input } },
  );
  return errors ? errors.map(({ extensions }) => extensions?.['code']) : data?.[verb];
};
const scoreQuarter = (quarter = '2026-Q1', viewer = supervisor) => act(viewer, 'scoreQuarter', { quarter }, 'quarter');
const appealEntry = (entryId: string, viewer = memberOf(county, 'CHIEF'), grounds = '已按期答复') =>
  act(viewer, 'appealScoreEntry', { entryId, grounds }, 'entry { status appeal { grounds decideBy votes { seat } } }');
const vote = (entryId: string, viewer: Viewer, verdict = 'OVERTURN') =>
  act(viewer, 'ruleScoreAppeal', { entryId, verdict, reason: '证据充分' }, 'entry { status }');
const confirmBureau = (unitScoreId: string, viewer: Viewer) =>
  act(viewer, 'confirmBureauScore', { unitScoreId }, 'unitScore { confirmedAt }');
const codesOf = (answer: unknown) => (answer as { errors: { code: string }[] }).errors.map(({ code }) => code);

type Score = Readonly<{ id: string; total: number; entries: { id: string; line: { item: string }; status: string }[] }>;

const scoreOf = async ({ code }: Organization, viewer: Viewer = supervisor): Promise<Score> => {
  const { data } = await mounted.as(viewer)(
    `query ($code: ID!) { organization(code: $code) { score(quarter: "2026-Q1") {
      id total level totalAsDrawnUp peerMedian peerGroup triggers appealUntil contentHash ruleSet { version }
      entries { id line { item points } points factId status } } } }`,
    { code },
  );
  return (data as { organization: { score: Score } }).organization.score;
};
const entryOf = async (organization: Organization, item: string) => {
  const entry = (await scoreOf(organization)).entries.find(({ line }) => line.item === item);
  if (!entry) throw new Error(`no entry for ${item}`);
  return entry;
};
const replay = async (unitScoreId: string) => {
  const { data } = await mounted.as(supervisor)(
    'query ($id: ID!) { scoreReplay(unitScoreId: $id) { contentHash isSame } }',
    { id: unitScoreId },
  );
  return data?.['scoreReplay'] as { contentHash: string; isSame: boolean } | null;
};

describe('scoreQuarter', () => {
  it('draws up a score for every unit that is compared, each entry with the fact that it rests on', async () => {
    const bounced = fact(county, 'BOUNCED', { circumstances: ['selfReportedWithin3wdOfOccurrence'] });
    await tell(value(county, 'K02', 40, 40), value(county, 'K03', 90, 100), bounced);
    expect(await scoreQuarter()).toEqual({ quarter: '2026-Q1', errors: [] });
    expect(await scoreOf(county)).toEqual({
      id: expect.any(String),
      total: 91.625,
      level: 'GREEN',
      totalAsDrawnUp: 91.625,
      peerMedian: 100,
      peerGroup: 'COUNTY',
      triggers: [],
      appealUntil: '2026-04-21T16:00:00.000Z',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
      ruleSet: { version: 'RS-2026-1' },
      entries: [
        {
          id: expect.any(String),
          line: { item: 'K03', points: -8 },
          points: -8,
          factId: null,
          status: 'PROVISIONAL',
        },
        {
          id: expect.any(String),
          line: { item: 'BOUNCED', points: -0.375 },
          points: -0.375,
          factId: bounced.subjectId,
          status: 'PROVISIONAL',
        },
      ],
    });
  });

  it('lists the scores by the organizations’ codes, ranks nobody and leaves out who is not compared', async () => {
    await tell(fact(county, 'OBSTRUCTION', { severity: 'SERIOUS' }));
    await scoreQuarter();
    const { data } = await mounted.as(supervisor)(
      `{ unitScores(quarter: "2026-Q1") { edges { node { organization { code } total level } } }
         counties: unitScores(quarter: "2026-Q1", peerGroup: COUNTY, first: 1) { edges { node { total } } pageInfo { hasNextPage } } }`,
    );
    const entry = (code: string, total: number, level: string) => ({ node: { organization: { code }, total, level } });
    expect(data).toEqual({
      unitScores: {
        edges: [
          entry('990100-LETT', 100, 'GREEN'),
          entry('990102-LETT', 80, 'RED'),
          entry('990103-LETT', 100, 'GREEN'),
          entry('990104-LETT', 100, 'GREEN'),
        ],
      },
      counties: { edges: [{ node: { total: 80 } }], pageInfo: { hasNextPage: true } },
    });
  });

  it('counts a fact for the quarter in which it happened, in Shanghai', async () => {
    await tell(
      fact(county, 'BOUNCED', { occurredAt: '2025-12-31T15:59:59Z' }),
      fact(county, 'BOUNCED', { occurredAt: '2026-03-31T16:00:00Z' }),
      fact(other, 'BOUNCED', { occurredAt: '2025-12-31T16:00:00Z' }),
      fact(other, 'BOUNCED', { occurredAt: '2026-03-31T15:59:59Z' }),
    );
    await scoreQuarter();
    expect([(await scoreOf(county)).total, (await scoreOf(other)).total]).toEqual([100, 94]);
  });

  it('counts what was confirmed too late for its own quarter in the next one, once', async () => {
    await tell(fact(county, 'BOUNCED'));
    await scoreQuarter();
    mounted.clock.set('2026-04-20T02:00:00Z');
    await tell(fact(county, 'WRONGFUL_NON_ADMISSION'));
    mounted.clock.set('2026-07-06T02:00:00Z');
    await scoreQuarter('2026-Q2');
    const { data } = await mounted.as(supervisor)(
      `{ organization(code: "990102-LETT") { first: score(quarter: "2026-Q1") { id total } second: score(quarter: "2026-Q2") { id total } } }`,
    );
    const { first, second } = (data as { organization: Record<'first' | 'second', { id: string; total: number }> })
      .organization;
    expect([first.total, second.total]).toEqual([97, 96]);
    expect([await replay(first.id), await replay(second.id)]).toMatchObject([{ isSame: true }, { isSame: true }]);
  });

  it('is warned of terms that are long overdue, as another subgraph has counted them', async () => {
    await tell(value(county, 'OVERDUE30', 5, 60));
    await scoreQuarter();
    expect(await scoreOf(county)).toMatchObject({ level: 'YELLOW', triggers: ['warningRules[0].any[3]'], total: 100 });
  });

  it('scores the city bureau for its sections, and not for the replies of others', async () => {
    await tell(
      value(cityBureau, 'K01', 50, 100),
      value(cityBureau, 'K02', 50, 100),
      value(cityBureau, 'K03', 0, 100),
      fact(section, 'FALSE_COMPLETION'),
    );
    await scoreQuarter();
    const { total, entries } = await scoreOf(cityBureau);
    expect(entries.map(({ line }) => line)).toEqual([
      { item: 'K01', points: -4 },
      { item: 'FALSE_COMPLETION', points: -8 },
    ]);
    expect(total).toBe(88);
    expect(await scoreOf(cityBureau)).toMatchObject({ peerMedian: null });
  });

  it('makes the second YELLOW quarter in a row a RED one', async () => {
    const three = (occurredAt: string) => [1, 2, 3].map(() => fact(county, 'BOUNCED', { occurredAt }));
    await tell(...three('2026-02-10T02:00:00Z'), ...three('2026-05-10T02:00:00Z'));
    await scoreQuarter();
    mounted.clock.set('2026-07-06T02:00:00Z');
    await scoreQuarter('2026-Q2');
    const { data } = await mounted.as(supervisor)(
      `{ organization(code: "990102-LETT") { first: score(quarter: "2026-Q1") { level } second: score(quarter: "2026-Q2") { level triggers } } }`,
    );
    expect(data).toEqual({
      organization: {
        first: { level: 'YELLOW' },
        second: { level: 'RED', triggers: ['warningRules[0].any[2]', 'warningRules[1].any[1]'] },
      },
    });
  });

  it.each([
    ['2026-Q2', 'QUARTER_NOT_OVER'],
    ['2025-Q4', 'NO_RULE_SET'],
    ['2026', 'QUARTER_INVALID'],
  ])('refuses %s', async (quarter, code) => {
    expect(codesOf(await scoreQuarter(quarter))).toEqual([code]);
    expect(await mounted.database.query('select from unit_scores')).toEqual([]);
  });

  it('scores a quarter once', async () => {
    await scoreQuarter();
    expect(codesOf(await scoreQuarter())).toEqual(['ALREADY_SCORED']);
  });

  it('scores a quarter once, though two ask at the same moment', async () => {
    const answers = await Promise.all([scoreQuarter(), scoreQuarter()]);
    expect(answers.flatMap(codesOf)).toEqual(['ALREADY_SCORED']);
    expect(await mounted.database.query('select from unit_scores')).toHaveLength(4);
  });

  it.each<Role>(['DIRECTOR', 'CHIEF', 'ANALYST'])('is not for a %s', async (role) => {
    expect(await scoreQuarter('2026-Q1', aViewer(role))).toEqual(['FORBIDDEN']);
  });

  it('is told to nobody outside the staff', async () => {
    await scoreQuarter();
    expect(await scoreOf(county, aViewer('PUBLIC'))).toBeNull();
    const { errors } = await mounted.as(aViewer('PETITIONER'))(
      '{ unitScores(quarter: "2026-Q1") { edges { cursor } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('scoreReplay', () => {
  it('gives the same hash again, whatever has come into the ledgers since', async () => {
    await tell(...aQuarterOf(county));
    await scoreQuarter();
    const { id } = await scoreOf(county);
    mounted.clock.set('2026-09-01T02:00:00Z');
    await tell(fact(county, 'BOUNCED'), { ...value(county, 'K01', 0, 50), time: '2026-08-31T02:00:00Z' });
    expect(await replay(id)).toEqual({ contentHash: expect.any(String), isSame: true });
  });

  it('shows where what is on record is not what the ledgers say', async () => {
    await tell(...aQuarterOf(county));
    await scoreQuarter();
    const { id } = await scoreOf(county);
    await mounted.database.query(`delete from unit_facts`);
    expect(await replay(id)).toMatchObject({ isSame: false });
  });

  it('is null for no score', async () => {
    expect([await replay(newId()), await replay('none')]).toEqual([null, null]);
  });

  it('is the same for the same failures, with and without a trip to the capital', async () => {
    const facts = [fact(county, 'BOUNCED'), fact(county, 'RUDENESS', { severity: 'MINOR' })];
    await tell(...facts);
    await scoreQuarter();
    const before = await scoreOf(county);
    await mounted.database.query(
      'truncate warning_notices, interviews, unit_scores, score_entries, score_appeals, score_appeal_votes, score_confirmations',
    );
    // What is only shown about journeys and the checks that follow them.
    await tell(value(county, 'K24', 0, 20), value(county, 'K27', 20, 20));
    await scoreQuarter();
    expect((await scoreOf(county)).total).toBe(before.total);
  });
});

describe('appealScoreEntry', () => {
  beforeEach(async () => {
    await tell(...aQuarterOf(county));
    await scoreQuarter();
  });

  it('is made by the head of the unit, and the entry counts meanwhile', async () => {
    const { id } = await entryOf(county, 'BOUNCED');
    expect(await appealEntry(id)).toEqual({
      entry: { status: 'APPEALED', appeal: { grounds: '已按期答复', decideBy: '2026-04-21', votes: [] } },
      errors: [],
    });
    expect((await scoreOf(county)).total).toBe(91.25);
    await mounted.subgraph.settle();
    expect(mounted.delivered.at(-1)).toMatchObject({ type: 'score.appealed.v1', subjectId: id });
  });

  it('is refused to others, twice, without grounds and too late', async () => {
    const { id } = await entryOf(county, 'BOUNCED');
    expect(codesOf(await appealEntry(id, memberOf(other, 'CHIEF')))).toEqual(['NOT_OF_YOUR_UNIT']);
    expect(codesOf(await appealEntry(newId()))).toEqual(['ENTRY_NOT_FOUND']);
    expect(codesOf(await appealEntry(id, memberOf(county, 'CHIEF'), ' '))).toEqual(['GROUNDS_EMPTY']);
    expect(codesOf(await appealEntry(id, memberOf(county, 'CHIEF'), '字'.repeat(5001)))).toEqual(['GROUNDS_TOO_LONG']);
    expect(await appealEntry(id, memberOf(county, 'CLERK'))).toEqual(['FORBIDDEN']);
    mounted.clock.set('2026-04-21T16:00:00Z');
    expect(codesOf(await appealEntry(id))).toEqual(['APPEAL_WINDOW_CLOSED']);
    expect(await mounted.database.query('select from score_appeals')).toEqual([]);

    mounted.clock.set('2026-04-21T15:59:59Z');
    expect(codesOf(await appealEntry(id))).toEqual([]);
    expect(codesOf(await appealEntry(id))).toEqual(['WRONG_STATE']);
  });

  it('leaves what nobody appeals against confirmed', async () => {
    mounted.clock.set('2026-04-21T16:00:00Z');
    expect((await scoreOf(county)).entries.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });
});

describe('ruleScoreAppeal', () => {
  const panel = [memberOf(office, 'LEADER'), memberOf(justice, 'LEADER'), memberOf(other, 'CHIEF')] as const;

  beforeEach(async () => {
    await tell(...aQuarterOf(county));
    await scoreQuarter();
  });

  it('takes a fact back once two of three agree; it stays visible and no longer counts', async () => {
    const { id } = await entryOf(county, 'BOUNCED');
    await appealEntry(id);
    expect(await vote(id, panel[0])).toEqual({ entry: { status: 'APPEALED' }, errors: [] });
    expect(await vote(id, panel[1], 'UPHOLD')).toEqual({ entry: { status: 'APPEALED' }, errors: [] });
    expect(await vote(id, panel[2])).toEqual({ entry: { status: 'OVERTURNED' }, errors: [] });
    expect(await scoreOf(county)).toMatchObject({
      total: 92,
      totalAsDrawnUp: 91.25,
      entries: [{ status: 'PROVISIONAL' }, { status: 'OVERTURNED' }],
    });
    await mounted.subgraph.settle();
    expect(mounted.delivered.filter(({ type }) => type === 'score.overturned.v1')).toMatchObject([{ subjectId: id }]);
  });

  it('takes an indicator back, too', async () => {
    const { id } = await entryOf(county, 'K03');
    await appealEntry(id);
    await vote(id, panel[0]);
    await vote(id, panel[2]);
    expect((await scoreOf(county)).total).toBe(99.25);
  });

  it('upholds an entry, and then takes no more votes', async () => {
    const { id } = await entryOf(county, 'BOUNCED');
    await appealEntry(id);
    await vote(id, panel[0], 'UPHOLD');
    expect(await vote(id, panel[1], 'UPHOLD')).toMatchObject({ entry: { status: 'CONFIRMED' } });
    expect(codesOf(await vote(id, panel[2]))).toEqual(['WRONG_STATE']);
    expect((await scoreOf(county)).total).toBe(91.25);
  });

  it('is refused to who has no seat, from a seat that has voted, and without an appeal', async () => {
    const { id } = await entryOf(county, 'BOUNCED');
    expect(codesOf(await vote(id, panel[0]))).toEqual(['WRONG_STATE']);
    await appealEntry(id);
    expect(codesOf(await vote(id, memberOf(county, 'CHIEF')))).toEqual(['NOT_ON_PANEL']);
    expect(codesOf(await vote(id, memberOf(unscored, 'LEADER')))).toEqual(['NOT_ON_PANEL']);
    expect(codesOf(await vote(newId(), panel[0]))).toEqual(['ENTRY_NOT_FOUND']);
    expect(await vote(id, supervisor)).toEqual(['FORBIDDEN']);
    await vote(id, panel[2]);
    expect(codesOf(await vote(id, memberOf(third, 'CHIEF')))).toEqual(['SEAT_TAKEN']);
    expect(await mounted.database.query('select seat from score_appeal_votes')).toEqual([
      { seat: 'CHIEF_OF_ANOTHER_COUNTY' },
    ]);
  });
});

describe('the panel', () => {
  it('decides once, though all vote at the same moment', async () => {
    await tell(...aQuarterOf(county));
    await scoreQuarter();
    const { id } = await entryOf(county, 'BOUNCED');
    await appealEntry(id);
    const chiefs = [memberOf(other, 'CHIEF'), memberOf(third, 'CHIEF'), memberOf(office, 'LEADER')];
    const answers = await Promise.all(chiefs.map((member) => vote(id, member)));
    expect(answers.flatMap(codesOf)).toHaveLength(1);
    await mounted.subgraph.settle();
    const overturned = mounted.delivered.filter(
      ({ type, subjectId }) => type === 'score.overturned.v1' && subjectId === id,
    );
    expect(overturned).toHaveLength(1);
  });
});

describe('confirmBureauScore', () => {
  it('is the word of the joint-conference office, after the time for appeals', async () => {
    await tell(fact(section, 'BOUNCED'));
    await scoreQuarter();
    const { id } = await scoreOf(cityBureau);
    const chair = memberOf(office, 'LEADER');
    expect(codesOf(await confirmBureau(id, chair))).toEqual(['APPEAL_WINDOW_OPEN']);
    mounted.clock.set('2026-04-21T16:00:00Z');
    expect((await scoreOf(cityBureau)).entries.map(({ status }) => status)).toEqual(['PROVISIONAL']);
    expect(codesOf(await confirmBureau(id, memberOf(cityBureau, 'LEADER')))).toEqual(['NOT_JOINT_CONFERENCE']);
    expect(codesOf(await confirmBureau(newId(), chair))).toEqual(['SCORE_NOT_FOUND']);
    expect(codesOf(await confirmBureau((await scoreOf(county)).id, chair))).toEqual(['NOT_THE_CITY_BUREAU']);
    expect(await confirmBureau(id, aViewer('DIRECTOR'))).toEqual(['FORBIDDEN']);
    expect(await confirmBureau(id, chair)).toEqual({
      unitScore: { confirmedAt: '2026-04-21T16:00:00.000Z' },
      errors: [],
    });
    expect((await scoreOf(cityBureau)).entries.map(({ status }) => status)).toEqual(['CONFIRMED']);
    expect(codesOf(await confirmBureau(id, chair))).toEqual(['WRONG_STATE']);
  });
});

describe('what is scored', () => {
  it.each(['unit_scores', 'score_entries', 'score_appeals', 'score_appeal_votes', 'score_confirmations'])(
    'is never taken back: %s',
    async (table) => {
      await expect(mounted.database.source.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );
});
