import { jsonHash } from '@onevisit/evidence';
import { newId, seededId, type DeliveredEvent, type Role, type Viewer } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import type { Organization } from '../domain/organization.ts';
import { ruleSet20261 } from '../domain/scoring/seeded/rs-2026-1.ts';
import { aLeadershipPost, anArea, anEvent, anOrganization, aReference } from './builders.ts';

const city = anArea({ code: '990100' });
const counties = ['990102', '990103', '990104'].map((code) => anArea({ code, level: 'COUNTY' }, city));
const cityBureau = anOrganization({ code: '990100-LETT', kind: 'PETITION_BUREAU', peerGroup: 'CITY_BUREAU' });
const section = anOrganization({ code: '990100-LETT-DC', kind: 'PETITION_SECTION', superiorId: cityBureau.id });
const office = anOrganization({ code: '990100-JCO', kind: 'JOINT_CONFERENCE_OFFICE' });
const justice = anOrganization({ code: '990100-JUST', functions: ['JUST'] });
const bureau = (code: string) =>
  anOrganization({ code, kind: 'PETITION_BUREAU', level: 'COUNTY', peerGroup: 'COUNTY' });
const [county, other, third] = ['990102-LETT', '990103-LETT', '990104-LETT'].map(bureau) as [
  Organization,
  Organization,
  Organization,
];
const unscored = anOrganization({ code: '990102-HRSS' });

const ruleSetId = seededId('rule-set', 'RS-2026-1');
const at = new Date('2025-11-03T01:00:00Z');

/** A city whose units are scored by RS-2026-1: its bureau, three counties, and those who watch and rule. */
export const scoredCity = { cityBureau, section, office, justice, county, other, third, unscored };

export const scoredCityReference = aReference({
  areas: [city, ...counties],
  organizations: [cityBureau, section, office, justice, county, other, third, unscored],
  leadershipPosts: [county, other, cityBureau].map(({ id, code }) =>
    aLeadershipPost({ code: `${code}/P1`, organizationId: id }),
  ),
  ruleSets: [
    {
      id: ruleSetId,
      version: 'RS-2026-1',
      effectiveFrom: '2026-01-01',
      document: ruleSet20261,
      contentHash: jsonHash(ruleSet20261),
      draftedAt: at,
    },
  ],
  ruleSetSteps: [
    { ruleSetId, state: 'CONSULTATION', at, until: '2025-11-17', byId: null },
    { ruleSetId, state: 'PUBLISHED', at: new Date('2025-12-01T01:00:00Z'), until: null, byId: null },
  ],
});

/** Somebody of that organization. */
export const memberOf = (organization: Organization, role: Role): Viewer =>
  aViewer(role, { organizationId: organization.id, areaCode: organization.areaCode });

/** A confirmed failure of that unit, in February. */
export const fact = (organization: Organization, kind: string, data: DeliveredEvent['data'] = {}): DeliveredEvent =>
  anEvent({
    data: {
      kind,
      severity: 'MAJOR',
      organizationId: organization.id,
      caseId: newId(),
      deadlineId: null,
      occurredAt: '2026-02-10T02:00:00Z',
      ...data,
    },
  });
