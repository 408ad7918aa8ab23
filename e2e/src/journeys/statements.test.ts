import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPetition, as, serverLog, type ServerLog } from '../kit/index.ts';

const cases = `query ($first: Int!) { cases(first: $first) { edges { node {
  caseNo title status
  responsibleOrganization { name superior { name } }
  handler { displayName }
  timeline(first: 3) { edges { node { at label } } } } } } }`;

type Case = Readonly<{
  responsibleOrganization: Readonly<{ name: string; superior: Readonly<{ name: string }> | null }> | null;
  handler: Readonly<{ displayName: string }> | null;
  timeline: Readonly<{ edges: readonly unknown[] }>;
}>;
type Cases = Readonly<{ cases: Readonly<{ edges: readonly Readonly<{ node: Case }>[] }> }>;

/** A county in which no journey registers anything: its newest cases are of every kind. */
const chief = as('chief', { organization: '990103-LETT' });
const list = async (first: number) => chief.ask<Cases>(cases, { first });

describe('a list of cases with what stands around each', () => {
  it.each([20, 100])('of %d takes at most 6 SQL statements over all four databases', async (first) => {
    const { data, errors, sql } = await list(first);
    const found = data?.cases.edges.map(({ node }) => node) ?? [];
    expect([errors, found.length]).toEqual([[], first]);
    expect(sql).toBeGreaterThan(0);
    expect(sql).toBeLessThanOrEqual(6);

    // None of it is left out to save a statement.
    expect(found.filter(({ timeline }) => timeline.edges.length === 0)).toEqual([]);
    expect(found.some(({ responsibleOrganization }) => responsibleOrganization?.superior)).toBe(true);
    expect(found.some(({ handler }) => handler)).toBe(true);
  });

  it('takes as many for a hundred as for twenty', async () => {
    const [few, many] = [await list(20), await list(100)];
    expect(many.sql).toBe(few.sql);
  });
});

describe('extensions.sql', () => {
  let log: ServerLog;
  beforeAll(async () => {
    log = await serverLog();
  });
  afterAll(() => log.close());

  it.each([
    ['a list', 'director', cases, { first: 100 }],
    ['nothing but the name of who asks', 'clerk', '{ me { displayName organization { name } } }', {}],
  ])('is what PostgreSQL’s own log counts, for %s', async (_what, persona, document, variables) => {
    const { value, statements } = await log.statementsOf(() => as(persona).ask(document, variables));
    expect(value.errors).toEqual([]);
    expect(statements).toHaveLength(value.sql ?? -1);
  });

  it('counts BEGIN and COMMIT too, where something is written', async () => {
    const open = `mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { caseNo } errors { code } } }`;
    const input = {
      idempotencyKey: randomUUID(),
      ...aPetition({ parties: [{ name: '示例乙', contactPreference: 'NONE' }] }),
    };
    const { value, statements } = await log.statementsOf(() => as('clerk').ask(open, { input }));
    expect(statements.filter((sql) => /^(start transaction|begin|commit)/i.test(sql))).toHaveLength(2);
    expect(statements).toHaveLength(value.sql ?? -1);
  });
});
