import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonHash } from '@onevisit/evidence';
import { aViewer, emptyTables, type MountedForTest } from '@onevisit/testing';
import type { Role } from '@onevisit/kernel';
import type { RuleSetDocument } from '../domain/scoring/rule-set-document.ts';
import { ruleSet20261 } from '../domain/scoring/seeded/rs-2026-1.ts';
import { aReference } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';

const rules: RuleSetDocument = { ...ruleSet20261, version: 'RS-2026-3', effectiveFrom: '2026-10-01' };

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountWith(aReference());
});

beforeEach(async () => {
  await emptyTables(mounted.database);
  mounted.clock.set('2026-04-30T02:00:00Z');
});

afterAll(() => mounted.close());

let keys = 0;
const nextKey = (): string => `key-${(keys += 1)}`;

const act = async (verb: string, input: object, role: Role = 'DIRECTOR') => {
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await mounted.as(aViewer(role))(
    `mutation ($input: ${type}!) { ${verb}(input: $input) {
      ruleSet { version state effectiveFrom consultationUntil publishedAt contentHash } errors { code message path } } }`,
    { input },
  );
  return errors ? errors.map(({ extensions }) => extensions?.['code']) : (data?.[verb] as Answer);
};

type Answer = Readonly<{ ruleSet: object | null; errors: readonly Readonly<{ code: string }>[] }>;

const draft = (document: unknown, role?: Role) =>
  act(
    'draftRuleSet',
    { document: typeof document === 'string' ? document : JSON.stringify(document), idempotencyKey: nextKey() },
    role,
  );
const consult = (version: string, role?: Role) => act('openConsultation', { version }, role);
const publish = (version: string, role?: Role) => act('publishRuleSet', { version }, role);
const codesOf = (answer: unknown) => (answer as Answer).errors.map(({ code }) => code);

const stored = () =>
  mounted.database.query(`select r.version, s.state from rule_sets r left join rule_set_steps s on s.rule_set_id = r.id
    order by r.version, s.state`);

/** A rule set that counts from that day. */
async function publishedFrom(version: string, effectiveFrom: string): Promise<void> {
  mounted.clock.set('2026-04-30T02:00:00Z');
  await draft({ ...rules, version, effectiveFrom });
  await consult(version);
  mounted.clock.set('2026-05-20T02:00:00Z');
  expect(codesOf(await publish(version))).toEqual([]);
}

describe('draftRuleSet', () => {
  it('puts the text on record under its hash, for everybody to read', async () => {
    expect(await draft(rules, 'ANALYST')).toEqual({
      ruleSet: {
        version: 'RS-2026-3',
        state: 'DRAFT',
        effectiveFrom: '2026-10-01',
        consultationUntil: null,
        publishedAt: null,
        contentHash: jsonHash(rules),
      },
      errors: [],
    });
    const { data } = await mounted.as(aViewer('PUBLIC'))(`{ scoringRuleSet(version: "RS-2026-3") {
      legalBasis document indicatorItems { bands { threshold points } credits { threshold } } factItems { kind points severity } } }`);
    const read = data?.['scoringRuleSet'] as { document: string; indicatorItems: object[]; factItems: object[] };
    expect(JSON.parse(read.document)).toEqual(rules);
    expect(read.indicatorItems[4]).toEqual({
      bands: [
        { threshold: 0.85, points: 0 },
        { threshold: 0.75, points: 2 },
        { threshold: 0.6, points: 4 },
        { threshold: 0, points: 6 },
      ],
      credits: [{ threshold: 0.92 }],
    });
    expect(read.factItems[0]).toEqual({ kind: 'UNREGISTERED', points: 4, severity: 'MAJOR' });
  });

  it('names the place of every mistake, and keeps nothing', async () => {
    const warningRules = [{ level: 'RED', any: [{ contactsOver: 10 }] }];
    expect(await draft({ ...rules, unscoredFacts: [] })).toMatchObject({
      ruleSet: null,
      errors: [
        {
          code: 'FACT_IN_NO_LIST',
          message: '失责类型未列入任何清单：CAUSED_BY_UNIT',
          path: ['input', 'document', 'CAUSED_BY_UNIT'],
        },
      ],
    });
    expect(await draft({ ...rules, base: 0, warningRules })).toMatchObject({
      errors: [
        { code: 'VALUE_INVALID', path: ['input', 'document', 'base'] },
        { code: 'UNKNOWN_OPERATOR', path: ['input', 'document', 'warningRules[0].any[0].contactsOver'] },
      ],
    });
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['{"version":', 'NOT_JSON'],
    ['[]', 'VALUE_INVALID'],
    [' '.repeat(100_001), 'DOCUMENT_TOO_LONG'],
  ])('does not take %.12s…', async (document, code) => {
    expect(codesOf(await draft(document))).toEqual([code]);
    expect(await stored()).toEqual([]);
  });

  it('takes a version once', async () => {
    await draft(rules);
    expect(codesOf(await draft({ ...rules, base: 90 }))).toEqual(['VERSION_TAKEN']);
    expect(await stored()).toEqual([{ version: 'RS-2026-3', state: null }]);
  });

  it('answers a repeated request with what it made, and refuses its key to another', async () => {
    const input = { document: JSON.stringify(rules), idempotencyKey: 'mine' };
    const first = await act('draftRuleSet', input);
    expect(await act('draftRuleSet', input)).toEqual(first);
    const other = JSON.stringify({ ...rules, version: 'RS-2026-4' });
    expect(codesOf(await act('draftRuleSet', { ...input, document: other }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await stored()).toHaveLength(1);
  });

  it.each<Role>(['CHIEF', 'SUPERVISOR', 'LEADER'])('is not for a %s', async (role) => {
    expect(await draft(rules, role)).toEqual(['FORBIDDEN']);
    expect(await stored()).toEqual([]);
  });
});

describe('openConsultation', () => {
  it('is open for ten working days: May Day does not count', async () => {
    await draft(rules);
    expect(await consult('RS-2026-3')).toMatchObject({
      ruleSet: { state: 'CONSULTATION', consultationUntil: '2026-05-18' },
      errors: [],
    });
  });

  it('is refused twice, for no rule set, and where the quarter would begin meanwhile', async () => {
    await draft(rules);
    await consult('RS-2026-3');
    await draft({ ...rules, version: 'RS-2026-4', effectiveFrom: '2026-04-01' });
    expect(codesOf(await consult('RS-2026-3'))).toEqual(['WRONG_STATE']);
    expect(codesOf(await consult('RS-2026-9'))).toEqual(['RULE_SET_NOT_FOUND']);
    expect(codesOf(await consult('RS-2026-4'))).toEqual(['RETROACTIVE']);
    expect(await stored()).toEqual([
      { version: 'RS-2026-3', state: 'CONSULTATION' },
      { version: 'RS-2026-4', state: null },
    ]);
  });

  it('waits for the calendar that its days are counted by', async () => {
    await draft({ ...rules, effectiveFrom: '2099-01-01' });
    mounted.clock.set('2030-01-02T02:00:00Z');
    expect(codesOf(await consult('RS-2026-3'))).toEqual(['CALENDAR_NOT_PUBLISHED']);
  });

  it('is not for a CHIEF', async () => {
    await draft(rules);
    expect(await consult('RS-2026-3', 'CHIEF')).toEqual(['FORBIDDEN']);
  });
});

describe('publishRuleSet', () => {
  it('counts from its day on, and tells the other subgraphs', async () => {
    await draft(rules);
    await consult('RS-2026-3');
    mounted.clock.set('2026-05-18T16:00:00Z');
    expect(await publish('RS-2026-3')).toMatchObject({
      ruleSet: { state: 'PUBLISHED', publishedAt: '2026-05-18T16:00:00.000Z' },
      errors: [],
    });
    await mounted.subgraph.settle();
    expect(mounted.delivered.at(-1)).toMatchObject({
      type: 'ruleSet.published.v1',
      data: { version: 'RS-2026-3', effectiveFrom: '2026-10-01', contentHash: jsonHash(rules) },
    });
  });

  it('waits for the end of the last day of the consultation', async () => {
    await draft(rules);
    await consult('RS-2026-3');
    mounted.clock.set('2026-05-18T15:59:59Z');
    expect(codesOf(await publish('RS-2026-3'))).toEqual(['CONSULTATION_RUNNING']);
    expect(await stored()).toEqual([{ version: 'RS-2026-3', state: 'CONSULTATION' }]);
  });

  it('does not count backwards', async () => {
    await draft(rules);
    await consult('RS-2026-3');
    mounted.clock.set('2026-10-01T02:00:00Z');
    expect(codesOf(await publish('RS-2026-3'))).toEqual(['RETROACTIVE']);
  });

  it('is refused without consultation, twice, and beside another of that day', async () => {
    await draft(rules);
    expect(codesOf(await publish('RS-2026-3'))).toEqual(['WRONG_STATE']);
    expect(codesOf(await publish('RS-2026-9'))).toEqual(['RULE_SET_NOT_FOUND']);
    await publishedFrom('RS-2026-5', '2026-07-01');
    expect(codesOf(await publish('RS-2026-5'))).toEqual(['WRONG_STATE']);
    mounted.clock.set('2026-04-30T02:00:00Z');
    await draft({ ...rules, version: 'RS-2026-6', effectiveFrom: '2026-07-01' });
    await consult('RS-2026-6');
    mounted.clock.set('2026-05-20T02:00:00Z');
    expect(codesOf(await publish('RS-2026-6'))).toEqual(['EFFECTIVE_DAY_TAKEN']);
  });

  it.each<Role>(['ANALYST', 'CHIEF'])('is not for a %s', async (role) => {
    await draft(rules);
    expect(await publish('RS-2026-3', role)).toEqual(['FORBIDDEN']);
  });

  it('does not publish what the evaluator no longer knows', async () => {
    await draft(rules);
    await consult('RS-2026-3');
    mounted.clock.set('2026-05-20T02:00:00Z');
    await mounted.database.query(`update rule_sets set document = document || '{"unscoredFacts": []}'`);
    expect(codesOf(await publish('RS-2026-3'))).toEqual(['RULE_SET_FAULTY']);
  });
});

describe('scoringRuleSets', () => {
  const states = async () => {
    const { data } = await mounted.as(aViewer('PUBLIC'))('{ scoringRuleSets { version state effectiveTo } }');
    return data?.['scoringRuleSets'];
  };

  it('retire one when the next one begins to count', async () => {
    await publishedFrom('RS-2026-5', '2026-07-01');
    await publishedFrom('RS-2026-3', '2026-10-01');
    const entry = (version: string, state: string, effectiveTo: string | null) => ({ version, state, effectiveTo });
    mounted.clock.set('2026-09-30T02:00:00Z');
    expect(await states()).toEqual([
      entry('RS-2026-3', 'PUBLISHED', null),
      entry('RS-2026-5', 'PUBLISHED', '2026-09-30'),
    ]);
    mounted.clock.set('2026-09-30T16:00:00Z');
    expect(await states()).toEqual([
      entry('RS-2026-3', 'PUBLISHED', null),
      entry('RS-2026-5', 'RETIRED', '2026-09-30'),
    ]);
  });

  it('are found where another subgraph names one', async () => {
    await draft(rules);
    const { data } = await mounted.as(aViewer('PUBLIC'))(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on ScoringRuleSet { version } } }',
      { of: ['RS-2026-3', 'RS-1999-1'].map((version) => ({ __typename: 'ScoringRuleSet', version })) },
    );
    expect(data).toEqual({ _entities: [{ version: 'RS-2026-3' }, null] });
  });

  it.each(['update rule_sets set version = version', 'delete from rule_sets', 'delete from rule_set_steps'])(
    'are never changed: %s',
    async (sql) => {
      await expect(mounted.database.source.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );
});
