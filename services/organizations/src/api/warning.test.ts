import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Role, type Viewer } from '@onevisit/kernel';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { mountWith } from '../testing/mount.ts';
import { fact, memberOf, scoredCity, scoredCityReference } from '../testing/scored-city.ts';
import type { Organization } from '../domain/organization.ts';

const { cityBureau, section, office, county, other, justice } = scoredCity;

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountWith(scoredCityReference);
});

beforeEach(async () => {
  await mounted.database.query(
    `truncate interviews, warning_notices, unit_scores, score_entries, score_appeals, score_appeal_votes,
     score_confirmations, unit_facts, inbox, inbox_subjects, idempotency_keys`,
  );
  mounted.clock.set('2026-04-07T02:00:00Z');
});

afterAll(() => mounted.close());

const director = aViewer('DIRECTOR');
const chief = memberOf(county, 'CHIEF');
const chair = memberOf(office, 'LEADER');

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
const codesOf = (answer: unknown) => (answer as { errors: { code: string }[] }).errors.map(({ code }) => code);

const warningFields = 'warning { state level dueAt version }';
const acknowledge = (warningId: string, viewer = chief, more = {}) =>
  act(viewer, 'acknowledgeWarning', { warningId, ...more }, warningFields);
const plan = (warningId: string, more = {}, viewer = chief) =>
  act(viewer, 'submitRectification', { warningId, plan: '逐件答复', rectifyBy: '2026-05-07', ...more }, warningFields);
const clear = (warningId: string, viewer = director, evidence = '已逐件核实') =>
  act(viewer, 'clearWarning', { warningId, evidence }, 'warning { state closedAt evidence }');

const interviewFields =
  'interview { id state holdBy interviewee { title isHead } decidedBy { code } commitments { text } }';
const decide = (warningId: string, viewer = chair, resolution = '约谈主要负责人') =>
  act(viewer, 'decideInterview', { warningId, resolution }, interviewFields);
const schedule = (interviewId: string, scheduledAt = '2026-04-10T02:00:00Z', viewer = director) =>
  act(viewer, 'scheduleInterview', { interviewId, scheduledAt }, 'interview { state scheduledAt }');
const aRecord = {
  heldAt: '2026-04-10T02:00:00Z',
  minutes: '说明情况',
  commitments: [{ text: '月底前答复', dueOn: '2026-04-30' }],
  followUpOn: '2026-05-08',
};
const record = (interviewId: string, more = {}, viewer = director) =>
  act(viewer, 'recordInterview', { interviewId, ...aRecord, ...more }, interviewFields);
const close = (interviewId: string, isKept = true, viewer = director) =>
  act(viewer, 'closeInterview', { interviewId, isKept }, 'interview { state }');

/** The warning that follows from these failures of a unit in the first quarter. */
async function warningOver(unit: Organization, ...kinds: readonly string[]): Promise<string> {
  const culprit = unit === cityBureau ? section : unit;
  for (const kind of kinds) await mounted.subgraph.consume(fact(culprit, kind));
  await act(aViewer('SUPERVISOR'), 'scoreQuarter', { quarter: '2026-Q1' }, 'quarter');
  const { data } = await mounted.as(director)('query ($code: ID!) { organization(code: $code) { warnings { id } } }', {
    code: unit.code,
  });
  const [warning] = (data as { organization: { warnings: { id: string }[] } }).organization.warnings;
  if (!warning) throw new Error('no warning');
  return warning.id;
}
const yellow = () => warningOver(county, 'BOUNCED', 'BOUNCED', 'BOUNCED');
const red = (unit = county) => warningOver(unit, 'OBSTRUCTION');
const stateOf = async (id: string) => {
  const { data } = await mounted.as(director)('query ($id: ID!) { warning(id: $id) { state level dueAt } }', { id });
  return data?.['warning'];
};
const decidedInterview = async (warningId: string): Promise<string> =>
  ((await decide(warningId)) as { interview: { id: string } }).interview.id;

describe('a warning', () => {
  it('follows from the score, whatever anybody wishes, and is told to the other subgraphs', async () => {
    const id = await yellow();
    const { data } = await mounted.as(chief)(
      `{ warnings(first: 5) { edges { node { id level state triggers issuedAt dueAt organization { code } unitScore { quarter total } } }
         pageInfo { hasNextPage } } }`,
    );
    expect(data).toEqual({
      warnings: {
        edges: [
          {
            node: {
              id,
              level: 'YELLOW',
              state: 'ISSUED',
              triggers: ['warningRules[0].any[2]'],
              issuedAt: '2026-04-07T02:00:00.000Z',
              dueAt: '2026-04-10T16:00:00.000Z',
              organization: { code: '990102-LETT' },
              unitScore: { quarter: '2026-Q1', total: 91 },
            },
          },
        ],
        pageInfo: { hasNextPage: false },
      },
    });
    await mounted.subgraph.settle();
    expect(mounted.delivered.at(-1)).toMatchObject({
      type: 'warning.issued.v1',
      subjectId: id,
      data: { organizationId: county.id, level: 'YELLOW' },
    });
  });

  it('is answered, put right and cleared', async () => {
    const id = await yellow();
    expect(await acknowledge(id)).toEqual({
      warning: { state: 'ACKNOWLEDGED', level: 'YELLOW', dueAt: '2026-04-21T16:00:00.000Z', version: 2 },
      errors: [],
    });
    expect(await plan(id)).toEqual({
      warning: { state: 'RECTIFYING', level: 'YELLOW', dueAt: '2026-05-07T16:00:00.000Z', version: 3 },
      errors: [],
    });
    expect(await clear(id)).toEqual({
      warning: { state: 'CLEARED', closedAt: '2026-04-07T02:00:00.000Z', evidence: '已逐件核实' },
      errors: [],
    });
  });

  it.each<[string, readonly ((warningId: string) => Promise<unknown>)[], string]>([
    ['acknowledged in three working days', [], '2026-04-10T16:00:00Z'],
    ['given a plan in ten', [acknowledge], '2026-04-21T16:00:00Z'],
    ['put right in time', [acknowledge, plan], '2026-05-07T16:00:00Z'],
  ])('turns red by itself where it is not %s', async (_, steps, dueAt) => {
    const id = await yellow();
    for (const step of steps) await step(id);
    mounted.clock.set(new Date(new Date(dueAt).getTime() - 1));
    await mounted.subgraph.settle();
    expect(await stateOf(id)).toMatchObject({ level: 'YELLOW' });
    mounted.clock.set(dueAt);
    await mounted.subgraph.settle();
    expect(await stateOf(id)).toEqual({ state: 'ESCALATED', level: 'RED', dueAt: null });
    expect(mounted.delivered.at(-1)).toMatchObject({
      type: 'warning.escalated.v1',
      time: new Date(dueAt).toISOString(),
    });
  });

  it('is taken back with the score that called for it', async () => {
    const id = await yellow();
    const [entry] = await mounted.database.query<{ id: string }>('select id from score_entries');
    const entryId = entry?.id ?? '';
    await act(chief, 'appealScoreEntry', { entryId, grounds: '已答复' }, 'entry { status }');
    for (const member of [chair, memberOf(justice, 'LEADER')])
      await act(member, 'ruleScoreAppeal', { entryId, verdict: 'OVERTURN', reason: '属实' }, 'entry { status }');
    expect(await stateOf(id)).toEqual({ state: 'WITHDRAWN', level: 'YELLOW', dueAt: null });
  });

  it('is answered by its own unit alone, in order, once', async () => {
    const id = await yellow();
    expect(codesOf(await acknowledge(id, memberOf(other, 'CHIEF')))).toEqual(['NOT_OF_YOUR_UNIT']);
    expect(codesOf(await acknowledge(newId()))).toEqual(['WARNING_NOT_FOUND']);
    expect(codesOf(await acknowledge('none'))).toEqual(['WARNING_NOT_FOUND']);
    expect(await acknowledge(id, memberOf(county, 'CLERK'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await acknowledge(id, chief, { expectedVersion: 7 }))).toEqual(['STALE_VERSION']);
    expect(codesOf(await plan(id))).toEqual(['WRONG_STATE']);
    expect(codesOf(await clear(id))).toEqual(['WRONG_STATE']);
    expect(await stateOf(id)).toMatchObject({ state: 'ISSUED' });

    await acknowledge(id);
    expect(codesOf(await acknowledge(id))).toEqual(['WRONG_STATE']);
    expect(codesOf(await plan(id, { plan: ' ' }))).toEqual(['PLAN_EMPTY']);
    expect(codesOf(await plan(id, { plan: '字'.repeat(5001) }))).toEqual(['PLAN_TOO_LONG']);
    expect(codesOf(await plan(id, { rectifyBy: '2026-04-07' }))).toEqual(['DATE_OUT_OF_RANGE']);
    expect(codesOf(await plan(id, { rectifyBy: '2026-05-08' }))).toEqual(['DATE_OUT_OF_RANGE']);
    expect(await stateOf(id)).toMatchObject({ state: 'ACKNOWLEDGED' });
  });

  it('is acknowledged once, though two do so at the same moment', async () => {
    const id = await yellow();
    const answers = await Promise.all([acknowledge(id), acknowledge(id)]);
    expect(answers.flatMap(codesOf)).toEqual(['WRONG_STATE']);
  });

  it('is never cleared by the unit itself, nor without evidence', async () => {
    const id = await yellow();
    await acknowledge(id);
    await plan(id);
    expect(codesOf(await clear(id, memberOf(county, 'LEADER')))).toEqual(['NOT_YOURS_TO_OVERSEE']);
    expect(await clear(id, chief)).toEqual(['FORBIDDEN']);
    expect(codesOf(await clear(id, director, ''))).toEqual(['EVIDENCE_EMPTY']);
    expect(await stateOf(id)).toMatchObject({ state: 'RECTIFYING' });
  });

  it('to the city bureau is cleared by the joint-conference office', async () => {
    const id = await red(cityBureau);
    const head = memberOf(cityBureau, 'LEADER');
    await acknowledge(id, head);
    await plan(id, {}, head);
    expect(codesOf(await clear(id, director))).toEqual(['NOT_YOURS_TO_OVERSEE']);
    expect(codesOf(await clear(id, chair))).toEqual([]);
  });

  it.each<[Role, string]>([
    ['PUBLIC', 'UNAUTHENTICATED'],
    ['PETITIONER', 'FORBIDDEN'],
  ])('is not told to the %s', async (role, code) => {
    await yellow();
    const { errors } = await mounted.as(aViewer(role))('{ warnings { edges { cursor } } }');
    expect(errors).toMatchObject([{ extensions: { code } }]);
    const { data } = await mounted.as(aViewer(role))('{ organization(code: "990102-LETT") { warnings { id } } }');
    expect(data).toEqual({ organization: { warnings: null } });
  });

  it('is listed by level and state, page by page', async () => {
    for (const unit of [county, other]) await mounted.subgraph.consume(fact(unit, 'OBSTRUCTION'));
    await act(aViewer('SUPERVISOR'), 'scoreQuarter', { quarter: '2026-Q1' }, 'quarter');
    const { data } = await mounted.as(director)(
      `{ first: warnings(first: 1, level: RED, state: ISSUED) { edges { node { organization { code } } } pageInfo { hasNextPage endCursor } }
         yellow: warnings(level: YELLOW) { edges { cursor } } }`,
    );
    const { first, yellow: none } = data as {
      first: { edges: object[]; pageInfo: { endCursor: string } };
      yellow: { edges: object[] };
    };
    expect([first.edges, none.edges]).toEqual([[{ node: { organization: { code: '990103-LETT' } } }], []]);
    const rest = await mounted.as(director)(
      'query ($after: String) { warnings(after: $after) { edges { node { organization { code } } } pageInfo { hasNextPage } } }',
      { after: first.pageInfo.endCursor },
    );
    expect(rest.data).toEqual({
      warnings: { edges: [{ node: { organization: { code: '990102-LETT' } } }], pageInfo: { hasNextPage: false } },
    });
  });
});

describe('an interview', () => {
  it('is decided by the joint conference, held with the head of the unit, and followed to the end', async () => {
    const id = await decidedInterview(await red());
    expect(await schedule(id)).toEqual({
      interview: { state: 'SCHEDULED', scheduledAt: '2026-04-10T02:00:00.000Z' },
      errors: [],
    });
    mounted.clock.set('2026-04-10T04:00:00Z');
    expect(await record(id)).toEqual({
      interview: {
        id,
        state: 'HELD',
        holdBy: '2026-04-14T16:00:00.000Z',
        interviewee: { title: '局长', isHead: true },
        decidedBy: { code: '990100-JCO' },
        commitments: [{ text: '月底前答复' }],
      },
      errors: [],
    });
    expect(codesOf(await close(id))).toEqual(['FOLLOW_UP_NOT_DUE']);
    mounted.clock.set('2026-05-08T02:00:00Z');
    expect(await close(id)).toEqual({ interview: { state: 'CLOSED' }, errors: [] });
    await mounted.subgraph.settle();
    expect(mounted.delivered.some(({ type, subjectId }) => type === 'interview.held.v1' && subjectId === id)).toBe(
      true,
    );
  });

  it('is held again where the promises were not kept', async () => {
    const warningId = await red();
    const id = await decidedInterview(warningId);
    await schedule(id);
    mounted.clock.set('2026-04-10T04:00:00Z');
    await record(id);
    mounted.clock.set('2026-05-08T02:00:00Z');
    expect(await close(id, false)).toMatchObject({ interview: { state: 'REPEATED' } });
    expect(await decide(warningId)).toMatchObject({ interview: { state: 'DECIDED' }, errors: [] });
    const { data } = await mounted.as(director)(
      'query ($id: ID!) { warning(id: $id) { interviews { state decidedOn resolution followUpOn } } }',
      { id: warningId },
    );
    expect(data).toEqual({
      warning: {
        interviews: [
          { state: 'REPEATED', decidedOn: '2026-04-07', resolution: '约谈主要负责人', followUpOn: '2026-05-08' },
          { state: 'DECIDED', decidedOn: '2026-05-08', resolution: '约谈主要负责人', followUpOn: null },
        ],
      },
    });
  });

  it('is not decided by the bureau, over a yellow warning, twice at a time, or of a unit without a head', async () => {
    const warningId = await red();
    expect(codesOf(await decide(warningId, memberOf(cityBureau, 'LEADER')))).toEqual(['NOT_JOINT_CONFERENCE']);
    expect(await decide(warningId, director)).toEqual(['FORBIDDEN']);
    expect(codesOf(await decide(newId()))).toEqual(['WARNING_NOT_FOUND']);
    expect(codesOf(await decide(warningId, chair, ''))).toEqual(['TEXT_EMPTY']);
    await decide(warningId);
    expect(codesOf(await decide(warningId))).toEqual(['INTERVIEW_UNDER_WAY']);
    expect(await mounted.database.query('select state from interviews')).toEqual([{ state: 'DECIDED' }]);
  });

  it('is not decided over a yellow warning or one that is over', async () => {
    const id = await yellow();
    expect(codesOf(await decide(id))).toEqual(['WARNING_NOT_RED']);
    await acknowledge(id);
    await plan(id);
    await clear(id);
    expect(codesOf(await decide(id))).toEqual(['WRONG_STATE']);
  });

  it('needs a unit that has a head', async () => {
    expect(codesOf(await decide(await red(scoredCity.third)))).toEqual(['HEAD_MISSING']);
  });

  it('is scheduled by who watches over the unit, in five working days', async () => {
    const id = await decidedInterview(await red());
    expect(codesOf(await schedule(id, '2026-04-14T16:00:00Z'))).toEqual(['DATE_OUT_OF_RANGE']);
    expect(codesOf(await schedule(id, '2026-04-06T02:00:00Z'))).toEqual(['DATE_OUT_OF_RANGE']);
    expect(codesOf(await schedule(id, '2026-04-10T02:00:00Z', memberOf(county, 'LEADER')))).toEqual([
      'NOT_YOURS_TO_OVERSEE',
    ]);
    expect(codesOf(await schedule(newId()))).toEqual(['INTERVIEW_NOT_FOUND']);
    expect(await schedule(id, '2026-04-10T02:00:00Z', chief)).toEqual(['FORBIDDEN']);
    expect(await mounted.database.query('select state from interviews')).toEqual([{ state: 'DECIDED' }]);
  });

  it.each<[object, string]>([
    [{ commitments: [] }, 'COMMITMENT_MISSING'],
    [{ commitments: Array.from({ length: 21 }, () => aRecord.commitments[0]) }, 'TOO_MANY'],
    [{ minutes: ' ' }, 'TEXT_EMPTY'],
    [{ commitments: [{ text: '字'.repeat(5001), dueOn: '2026-04-30' }] }, 'TEXT_TOO_LONG'],
    [{ heldAt: '2026-04-11T02:00:00Z' }, 'DATE_OUT_OF_RANGE'],
    [{ heldAt: '2026-04-01T02:00:00Z' }, 'DATE_OUT_OF_RANGE'],
    [{ commitments: [{ text: '立即', dueOn: '2026-04-10' }] }, 'DATE_OUT_OF_RANGE'],
    [{ followUpOn: '2026-04-29' }, 'DATE_OUT_OF_RANGE'],
    [{ expectedVersion: 9 }, 'STALE_VERSION'],
  ])('is not recorded with %j', async (more, code) => {
    const id = await decidedInterview(await red());
    expect(codesOf(await record(id))).toEqual(['WRONG_STATE']);
    await schedule(id);
    mounted.clock.set('2026-04-10T04:00:00Z');
    expect(codesOf(await record(id, more))).toEqual([code]);
    expect(await mounted.database.query('select state, minutes from interviews')).toEqual([
      { state: 'SCHEDULED', minutes: null },
    ]);
    expect(codesOf(await close(id))).toEqual(['WRONG_STATE']);
  });
});
