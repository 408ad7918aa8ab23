import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffRoles, type Role } from '@onevisit/kernel';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { aReference } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';

const openToAll = [
  'area(code: "990100") { code }',
  'areas { edges { node { code } } }',
  'organization(code: "990100-LETT") { code }',
  'organizations { edges { node { code } } }',
  'organizations(areaCode: "990100") { edges { node { code } } }',
  'serviceWindows { edges { node { code } } }',
  'competentOrganizations(issueTypeCode: "A1", areaCode: "990100") { isConflicting }',
  'workCalendar(year: 2026) { version }',
  'indicatorDefinitions { code }',
  'scoringRuleSets { version }',
  'scoringRuleSet(version: "RS-2026-1") { version }',
];
const openToStaff = [
  'campaigns { edges { node { code } } }',
  'taskForces { edges { node { code } } }',
  'unitScores(quarter: "2026-Q1") { edges { cursor } }',
  'warnings { edges { cursor } }',
];

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountWith(aReference());
});

afterAll(() => mounted.close());

describe('who may ask', () => {
  const refusals = async (role: Role, questions: readonly string[]) => {
    const results = await Promise.all(questions.map((question) => mounted.as(aViewer(role))(`{ ${question} }`)));
    return results.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions?.['code']) ?? []);
  };

  it.each<Role>([...staffRoles])('a %s may ask everything', async (role) => {
    expect(await refusals(role, [...openToAll, ...openToStaff])).toEqual([]);
  });

  it.each<[Role, string]>([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ])('the %s may ask what is open to all, and is told of nothing else', async (role, code) => {
    expect(await refusals(role, openToAll)).toEqual([]);
    expect(await refusals(role, openToStaff)).toEqual(openToStaff.map(() => code));
  });
});
