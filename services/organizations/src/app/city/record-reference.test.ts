import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, emptyTables, type TestDatabase } from '@onevisit/testing';
import { databaseDefinition } from '../../data/index.ts';
import { aCampaign, aCompetence, aLeadershipPost, anOrganization } from '../../testing/builders.ts';
import { record } from '../../testing/mount.ts';
import { smallTown, smallTownReference } from '../../testing/small-town.ts';
import type { Reference } from './record-reference.ts';

const { department, merged, countyBureau, cityBureau } = smallTown;
const competence = aCompetence({ of: department });

let database: TestDatabase;
const tell = (reference: Reference) => record(database, reference);
const rowsIn = async (table: string): Promise<number> => {
  const [row] = await database.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row?.count ?? -1;
};

beforeAll(async () => {
  database = await createTestDatabase(databaseDefinition);
});
afterEach(() => emptyTables(database));
afterAll(() => database.drop());

describe('recordReference', () => {
  it('tells the other subgraphs of every organization and competence, each once', async () => {
    const events = await tell({ ...smallTownReference, competences: [competence] });
    expect(events.map(({ type, subjectId }) => [type, subjectId])).toEqual([
      ...smallTownReference.organizations.map(({ id }) => ['organization.changed.v1', id]),
      ['competence.changed.v1', competence.id],
    ]);
  });

  it('says in an event what others copy of an organization, and nothing else', async () => {
    const events = await tell(smallTownReference);
    const two = events.filter(({ subjectId }) => [countyBureau.id, merged.id].includes(subjectId));
    expect(two.map(({ subjectVersion, organizationId, data }) => ({ subjectVersion, organizationId, data }))).toEqual([
      {
        subjectVersion: 1,
        organizationId: countyBureau.id,
        data: {
          code: '990102-LETT',
          kind: 'PETITION_BUREAU',
          level: 'CITY',
          areaCode: '990102',
          areaPath: ['990100', '990102'],
          superiorId: cityBureau.id,
          successorId: null,
          validFrom: '2024-01-01',
          validTo: null,
        },
      },
      {
        subjectVersion: 1,
        organizationId: merged.id,
        data: expect.objectContaining({ successorId: department.id, validTo: '2025-12-31' }),
      },
    ]);
  });

  it('does nothing the second time', async () => {
    await tell(smallTownReference);
    expect(await tell({ ...smallTownReference, campaigns: [aCampaign()] })).toEqual([]);
    expect([await rowsIn('organizations'), await rowsIn('campaigns')]).toEqual([6, 0]);
  });

  it('writes once where two begin at the same time', async () => {
    const [one, other] = await Promise.all([tell(smallTownReference), tell(smallTownReference)]);
    expect(await rowsIn('organizations')).toBe(6);
    expect([...one, ...other]).toHaveLength(6);
  });

  it.each<[string, Partial<Reference>]>([
    ['fk_organizations_area_code', { organizations: [anOrganization({ code: '110000-LETT' })] }],
    ['fk_organizations_superior_id', { organizations: [anOrganization({ superiorId: merged.id })] }],
    ['fk_leadership_posts_organization_id', { organizations: [], leadershipPosts: [aLeadershipPost()] }],
    [
      'uq_leadership_posts_head',
      {
        organizations: [anOrganization()],
        leadershipPosts: [aLeadershipPost({ code: 'a' }), aLeadershipPost({ code: 'b' })],
      },
    ],
    ['ck_competences_valid_to', { competences: [aCompetence({ of: department, validTo: '2023-12-31' })] }],
  ])('writes nothing of data that %s refuses', async (constraint, fault) => {
    await expect(tell({ ...smallTownReference, ...fault })).rejects.toThrow(constraint);
    expect([await rowsIn('areas'), await rowsIn('organizations'), await rowsIn('competences')]).toEqual([0, 0, 0]);
  });
});
