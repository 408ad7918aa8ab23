import {
  areas,
  campaigns,
  competences,
  leadershipPosts,
  organizations,
  serviceWindows,
  taskForces,
} from '@onevisit/city';
import { seededId } from '@onevisit/kernel';
import type { CityLoad } from '@onevisit/subgraph';
import { indicatorDefinitions } from '../../domain/indicator-definitions.ts';
import type { ServiceTx } from '../operation.ts';
import { cityTargets } from './city-targets.ts';
import { cityRuleSets } from './city-rule-sets.ts';
import { recordReference, type Reference } from './record-reference.ts';

/** Tells this service of the fictional city: all reference data, whatever the size of the city. */
export async function loadCity(tx: ServiceTx, { anchor, progress }: CityLoad): Promise<void> {
  const { ruleSets, steps } = cityRuleSets(anchor);
  await recordReference(tx, { ...cityReference, ruleSets, ruleSetSteps: steps });
  progress(1, 1);
}

// Ids follow from codes, so that every subgraph knows them without asking.
const organizationId = (code: string): string => seededId('organization', code);
const staffId = (code: string): string => seededId('staff', code);

const cityReference: Omit<Reference, 'ruleSets' | 'ruleSetSteps'> = {
  areas,
  organizations: organizations.map(({ superiorCode, ...organization }) => ({
    ...organization,
    id: organizationId(organization.code),
    version: 1,
    superiorId: superiorCode === null ? null : organizationId(superiorCode),
    successorId: null,
  })),
  leadershipPosts: leadershipPosts.map(({ organizationCode, holderCode, ...post }) => ({
    ...post,
    id: seededId('leadership-post', post.code),
    version: 1,
    organizationId: organizationId(organizationCode),
    holderId: holderCode === null ? null : staffId(holderCode),
  })),
  serviceWindows: serviceWindows.map(({ organizationCode, ...window }) => ({
    ...window,
    id: seededId('service-window', window.code),
    version: 1,
    organizationId: organizationId(organizationCode),
  })),
  competences: competences.map(({ organizationCode, ...competence }) => ({
    ...competence,
    id: seededId('competence', `${organizationCode}/${competence.issueTypeCode}/${competence.areaCode}`),
    version: 1,
    organizationId: organizationId(organizationCode),
  })),
  taskForces: taskForces.map(({ leadCode, ...taskForce }) => ({
    ...taskForce,
    id: seededId('task-force', taskForce.code),
    version: 1,
    leadId: staffId(leadCode),
  })),
  campaigns: campaigns.map((campaign) => ({ ...campaign, id: seededId('campaign', campaign.code), version: 1 })),
  campaignTaskForces: campaigns.flatMap(({ code, taskForceCodes }) =>
    taskForceCodes.map((taskForceCode) => ({
      campaignId: seededId('campaign', code),
      taskForceId: seededId('task-force', taskForceCode),
    })),
  ),
  campaignTargets: cityTargets,
  indicatorDefinitions,
};
