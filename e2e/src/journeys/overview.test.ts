import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@onevisit/home';
import { as, type Answer } from '../kit/index.ts';

const document = readFileSync(join(repositoryRoot(), 'gateway/examples/director/1-overview.graphql'), 'utf8');
const mostStatements = 12;

type Caseload = Readonly<{ open: number; overdue: number }>;
type Edges<Node> = Readonly<{ edges: readonly Readonly<{ node: Node }>[] }>;
type Project = Readonly<{ stage: string }>;
type Overview = Readonly<{
  area: Readonly<{
    name: string;
    organizations: Edges<
      Readonly<{
        name: string;
        caseload: Caseload | null;
        careSummary: Readonly<{ open: number | null }> | null;
        innovationProjects: Edges<Project> | null;
      }>
    >;
  }>;
  campaigns: Edges<
    Readonly<{
      code: string;
      caseload: Caseload | null;
      taskForces: readonly Readonly<{
        code: string;
        lead: Readonly<{ displayName: string }> | null;
        caseload: Readonly<{ open: number }> | null;
      }>[];
      innovationProjects: Edges<Project> | null;
    }>
  >;
}>;

let answer: Answer<Overview>;
let data: Overview;

const nodes = <Node>({ edges }: Edges<Node>): readonly Node[] => edges.map(({ node }) => node);
const sum = (values: readonly (number | null | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

beforeAll(async () => {
  answer = await as('director').ask<Overview>(document);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  data = answer.data;
});

describe('the director’s overview', () => {
  it('is answered whole, in at most 12 SQL statements over all databases', () => {
    expect([answer.status, answer.errors]).toEqual([200, []]);
    expect(answer.sql).toBeGreaterThanOrEqual(4);
    expect(answer.sql).toBeLessThanOrEqual(mostStatements);
  });

  it('takes no more statements the second time, and no fewer', async () => {
    const { sql } = await as('director').ask(document);
    expect(sql).toBe(answer.sql);
  });

  it('shows the bureaus of the city and of its counties, from organizations', () => {
    expect(data.area.name).toBe('云泽市');
    expect(nodes(data.area.organizations)).toHaveLength(9);
  });

  it('shows what each has open and late, from cases', () => {
    const caseloads = nodes(data.area.organizations).map(({ caseload }) => caseload);
    expect(caseloads).not.toContain(null);
    expect(sum(caseloads.map((caseload) => caseload?.open))).toBeGreaterThan(100);
    expect(sum(caseloads.map((caseload) => caseload?.overdue))).toBeGreaterThan(0);
  });

  it('shows whether staff wait for help, from staff-care, and nothing below five', () => {
    const open = nodes(data.area.organizations).map(({ careSummary }) => careSummary?.open);
    expect(open).not.toContain(undefined);
    expect(open.filter((count) => typeof count === 'number' && count < 5)).toEqual([]);
    expect(open.some((count) => typeof count === 'number')).toBe(true);
  });

  it('shows the seven campaigns, their task forces and who leads them', () => {
    const campaigns = nodes(data.campaigns);
    expect(campaigns).toHaveLength(7);
    const forces = campaigns.flatMap(({ taskForces }) => taskForces);
    expect(forces.length).toBeGreaterThanOrEqual(4);
    expect(forces.map(({ lead }) => lead?.displayName ?? '')).not.toContain('');
    expect(sum(forces.map(({ caseload }) => caseload?.open))).toBeGreaterThan(0);
    expect(sum(campaigns.map(({ caseload }) => caseload?.open))).toBeGreaterThan(0);
  });

  it('shows projects of units and of campaigns, from innovation', () => {
    const ofUnits = nodes(data.area.organizations).flatMap(({ innovationProjects: projects }) =>
      nodes(projects ?? { edges: [] }),
    );
    const ofCampaigns = nodes(data.campaigns).flatMap(({ innovationProjects: projects }) =>
      nodes(projects ?? { edges: [] }),
    );
    expect([ofUnits.length > 0, ofCampaigns.length > 0]).toEqual([true, true]);
  });

  it('is not the clerk’s to read', async () => {
    const { data: seen } = await as('clerk').ask<Overview>(document);
    expect(nodes(seen?.area.organizations ?? { edges: [] }).map(({ careSummary }) => careSummary)).toEqual(
      Array.from({ length: 9 }, () => null),
    );
  });
});
