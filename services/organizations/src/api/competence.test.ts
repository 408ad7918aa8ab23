import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { aCompetence } from '../testing/builders.ts';
import { smallTown, smallTownReference } from '../testing/small-town.ts';
import { mountWith } from '../testing/mount.ts';

const { cityBureau, countyBureau, otherBureau, department } = smallTown;
let mounted: MountedForTest;
const ask = (document: string, variables: Record<string, unknown> = {}) =>
  mounted.as(aViewer('PUBLIC'))(document, variables);

const wages = aCompetence({ of: department, issueTypeCode: 'A1', legalBasis: '劳动法 第八十五条' });
const labour = aCompetence({ of: countyBureau, issueTypeCode: 'A', validFrom: '2026-04-01' });
const cityLabour = aCompetence({ of: cityBureau, issueTypeCode: 'A', areaCode: '990100', validTo: '2026-04-29' });
const roads = [countyBureau, otherBureau].map((of) => aCompetence({ of, issueTypeCode: 'H1', areaCode: '990100' }));

beforeAll(async () => {
  mounted = await mountWith({ ...smallTownReference, competences: [cityLabour, labour, wages, ...roads] });
});

afterAll(() => mounted.close());

const question = `query ($issueTypeCode: ID!, $areaCode: ID!, $on: Date) {
  competentOrganizations(issueTypeCode: $issueTypeCode, areaCode: $areaCode, on: $on) {
    isConflicting organization { code } } }`;
const competent = async (variables: Record<string, unknown>) => {
  const { data } = await ask(question, variables);
  const found = data?.['competentOrganizations'] as { isConflicting: boolean; organization: { code: string } }[];
  return found.map(({ isConflicting, organization }) => `${organization.code}${isConflicting ? ' !' : ''}`);
};

describe('competentOrganizations', () => {
  it('names the organization for the very issue type first, and looks at the areas above', async () => {
    expect(await competent({ issueTypeCode: 'A1', areaCode: '990102001' })).toEqual(['990102-HRSS', '990102-LETT']);
  });

  it('answers for today where no day is given, and for another day where one is', async () => {
    expect(await competent({ issueTypeCode: 'A2', areaCode: '990102' })).toEqual(['990102-LETT']);
    expect(await competent({ issueTypeCode: 'A2', areaCode: '990102', on: '2026-04-29' })).toEqual([
      '990102-LETT',
      '990100-LETT',
    ]);
    expect(await competent({ issueTypeCode: 'A2', areaCode: '990102', on: '2026-03-31' })).toEqual(['990100-LETT']);
  });

  it('shows both sides of a conflict', async () => {
    const found = await competent({ issueTypeCode: 'H1', areaCode: '990103' });
    expect(found.toSorted()).toEqual(['990102-LETT !', '990103-LETT !']);
  });

  it.each([
    { issueTypeCode: 'B1', areaCode: '990102' },
    { issueTypeCode: 'A1', areaCode: '110000' },
    { issueTypeCode: '', areaCode: '990102' },
  ])('names nobody where nobody is competent: %j', async (variables) => {
    expect(await competent(variables)).toEqual([]);
  });

  it('refuses a day that does not exist', async () => {
    const { errors } = await ask(question, { issueTypeCode: 'A1', areaCode: '990102', on: '2026-02-30' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('tells what the competence rests on', async () => {
    const { data } = await ask(`{ competentOrganizations(issueTypeCode: "A1", areaCode: "990102") { competence {
      organization { code } issueType { code } area { code } legalBasis priority validFrom validTo } } }`);
    expect(data).toMatchObject({
      competentOrganizations: [
        {
          competence: {
            organization: { code: '990102-HRSS' },
            issueType: { code: 'A1' },
            area: { code: '990102' },
            legalBasis: '劳动法 第八十五条',
            priority: 1,
            validFrom: '2024-01-01',
            validTo: null,
          },
        },
        {},
      ],
    });
  });
});

describe('competences of an organization', () => {
  it('are those that hold today', async () => {
    const { data } = await ask(`{
      county: organization(code: "990102-LETT") { competences { issueType { code } } }
      city: organization(code: "990100-LETT") { competences { issueType { code } } } }`);
    expect(data).toEqual({
      county: { competences: [{ issueType: { code: 'A' } }, { issueType: { code: 'H1' } }] },
      city: { competences: [] },
    });
  });
});

describe('competentOrganizations of an issue type', () => {
  it('answers for many issue types in one statement each for competences and organizations', async () => {
    const { data, extensions } = await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on IssueType {
        competentOrganizations(areaCode: "990102") { organization { code } } } } }`,
      { of: ['A1', 'A2', 'B1'].map((code) => ({ __typename: 'IssueType', code })) },
    );
    expect(data).toEqual({
      _entities: [
        {
          competentOrganizations: [
            { organization: { code: '990102-HRSS' } },
            { organization: { code: '990102-LETT' } },
          ],
        },
        { competentOrganizations: [{ organization: { code: '990102-LETT' } }] },
        { competentOrganizations: [] },
      ],
    });
    expect(extensions).toEqual({ sql: 2 });
  });
});
