import { beforeAll, describe, expect, it } from '@jest/globals';
import { aPetition, as, clock, petitioner, story, tables, unitCode, type Told } from '../kit/index.ts';

/** Everybody who is not to learn of an accusation against the unit: its own people, and those around and above it. */
const outsiders = [
  ['handler', unitCode],
  ['leader', unitCode],
  ['clerk', '990102-LETT'],
  ['bureau', '990102-LETT'],
  ['chief', '990102-LETT'],
  ['handler', '990100-HRSS'],
  ['director', undefined],
  ['supervisor', undefined],
  ['analyst', undefined],
  ['task-force-lead', undefined],
  ['developer', undefined],
  ['auditor', undefined],
  ['innovation-lead', undefined],
] as const;

/** Ways by which a case could show: lists, counts, worklists, terms, statistics, people. */
const ways = [
  '{ cases(first: 100) { totalCount pageInfo { endCursor } edges { node { id caseNo version title } } } }',
  '{ cases(first: 100, filter: { category: ACCUSATION }) { totalCount edges { node { id } } } }',
  '{ cases(first: 100, filter: { areaCode: "990102001" }) { totalCount edges { node { id } } } }',
  '{ deadlines(first: 100) { edges { node { id kind dueAt case { id } } } } }',
  '{ myWorklist(first: 100) { edges { node { id } } } }',
  `{ organization(code: "${unitCode}") { caseload { open dueWithin7Days overdue } staff { edges { node { assignedCaseCount } } } } }`,
  `{ area(code: "990102") { organizations(first: 100) { edges { node { code caseload { open dueWithin7Days overdue } } } } } }`,
  '{ campaigns(first: 7) { edges { node { caseload { open overdue } taskForces { caseload { open overdue } } } } } }',
];

const narrative = '反映该局某科室负责人收受好处，压下欠薪投诉不办。';
let sealed: Told;
let before: readonly string[];
let after: readonly string[];

/** All that all of them see, by every way, as it comes. */
async function seen(): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const [persona, organization] of outsiders) {
    const person = as(persona, organization === undefined ? {} : { organization });
    for (const way of ways) {
      const { data, errors } = await person.ask(way);
      answers.push(
        JSON.stringify({ persona, organization, way, data, codes: errors.map((error) => error.extensions.code) }),
      );
    }
  }
  return answers;
}

beforeAll(async () => {
  await story.registered();
  await clock.advance('PT1S');
  before = await seen();
  // Another clerk than the one whose answers are compared: who registered it knows of it.
  const clerk = as('clerk', { organization: '990102001-LETT' });
  const { case: opened, trackingCode } = await clerk.does<{
    case: { id: string; caseNo: string };
    trackingCode: string;
  }>(
    'openCase',
    aPetition({
      category: 'ACCUSATION',
      issueTypeCode: 'J1',
      title: '反映某单位工作人员问题',
      summary: null,
      narrative,
      respondentOrganizationIds: [await story.unitId(unitCode)],
    }),
    'case { id caseNo } trackingCode',
  );
  sealed = { caseId: opened.id, caseNo: opened.caseNo, trackingCode, claimId: '', partyId: '' };
  await clock.advance('PT1S');
  after = await seen();
});

describe('an accusation', () => {
  it('changes no answer, by any way, of anybody who is not to know of it', () => {
    expect(after).toEqual(before);
    expect(before.some((answer) => answer.includes('"totalCount"'))).toBe(true);
  });

  it.each(outsiders)('is not there for the %s of %s who knows its id and number', async (persona, organization) => {
    const { data } = await as(persona, organization === undefined ? {} : { organization }).ask(
      'query ($id: ID!, $caseNo: ID!) { byId: case(id: $id) { id } byNumber: case(caseNo: $caseNo) { id } }',
      { id: sealed.caseId, caseNo: sealed.caseNo },
    );
    expect(data ?? { byId: null, byNumber: null }).toEqual({ byId: null, byNumber: null });
  });

  it('is a receipt and a time to the clerk who registered it', async () => {
    const clerk = as('clerk', { organization: '990102001-LETT' });
    const document = `query ($id: ID!) { case(id: $id) { caseNo title summary narrative { text } claims { text { text } } } }`;
    const { case: read } = await clerk.sees<{ case: Record<string, unknown> }>(document, { id: sealed.caseId });
    expect(read).toMatchObject({ caseNo: sealed.caseNo, narrative: { text: null } });
    expect(JSON.stringify(read)).not.toContain('某单位工作人员');
  });

  it('is open to who brought it', async () => {
    const me = await petitioner(sealed);
    const document = 'query ($caseNo: ID!) { caseByTracking(caseNo: $caseNo) { status narrative { text } } }';
    expect(await me.sees(document, { caseNo: sealed.caseNo })).toMatchObject({
      caseByTracking: { narrative: { text: narrative } },
    });
  });

  it('is told to no other subgraph, and found by no scope', async () => {
    const scopes = await tables.rows('cases', 'select scope from case_scope where case_id = $1', [sealed.caseId]);
    const found = await tables.columnsWith(sealed.caseId);
    expect(scopes).toEqual([]);
    expect(found.filter((column) => !column.startsWith('cases.') || column.includes('.events.'))).toEqual([]);
  });

  it.each([
    ['bureau', 'referCase', { toOrganizationId: '00000000-0000-7000-8000-000000000000' }],
    ['handler', 'decideAdmission', { decision: 'ADMIT' }],
  ])('is not there for the %s who tries to %s it', async (persona, mutation, input) => {
    expect(await as(persona).isRefused(mutation, { caseId: sealed.caseId, ...input })).toEqual(['CASE_NOT_FOUND']);
  });
});
