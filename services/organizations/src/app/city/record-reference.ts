import type { Area } from '../../domain/area.ts';
import type { CampaignTarget } from '../../domain/campaign-target.ts';
import type { Campaign, CampaignTaskForce } from '../../domain/campaign.ts';
import { competenceChanged } from '../../domain/competence.events.ts';
import type { Competence } from '../../domain/competence.ts';
import type { IndicatorDefinition } from '../../domain/indicator-definition.ts';
import type { LeadershipPost } from '../../domain/leadership-post.ts';
import { organizationChanged } from '../../domain/organization.events.ts';
import type { Organization } from '../../domain/organization.ts';
import { ruleSetPublished } from '../../domain/rule-set.events.ts';
import type { RuleSet, RuleSetStep } from '../../domain/rule-set.ts';
import type { ServiceWindow } from '../../domain/service-window.ts';
import type { TaskForce } from '../../domain/task-force.ts';
import type { ServiceTx } from '../operation.ts';

/** What this service is told once, when an installation begins. */
export type Reference = Readonly<{
  areas: readonly Area[];
  organizations: readonly Organization[];
  leadershipPosts: readonly LeadershipPost[];
  serviceWindows: readonly ServiceWindow[];
  competences: readonly Competence[];
  taskForces: readonly TaskForce[];
  campaigns: readonly Campaign[];
  campaignTaskForces: readonly CampaignTaskForce[];
  campaignTargets: readonly CampaignTarget[];
  indicatorDefinitions: readonly IndicatorDefinition[];
  ruleSets: readonly RuleSet[];
  ruleSetSteps: readonly RuleSetStep[];
}>;

/** Writes the reference data into the empty store and tells the other subgraphs; does nothing the second time. */
export async function recordReference(tx: ServiceTx, reference: Reference): Promise<void> {
  if (!(await tx.areas.isEmptyWhenLocked())) return;

  await tx.areas.insertAll(reference.areas);
  await recordOrganizations(tx, reference);
  await tx.leadershipPosts.insertAll(reference.leadershipPosts);
  await tx.serviceWindows.insertAll(reference.serviceWindows);
  await tx.competences.insertAll(reference.competences);
  await tx.taskForces.insertAll(reference.taskForces);
  await tx.campaigns.insertAll(reference.campaigns);
  await tx.campaigns.joinAll(reference.campaignTaskForces);
  await tx.indicatorDefinitions.insertAll(reference.indicatorDefinitions);
  await tx.campaignTargets.insertAll(reference.campaignTargets);
  await recordRuleSets(tx, reference);
  for (const competence of reference.competences) tx.emit(competenceChanged(competence));
}

async function recordOrganizations(tx: ServiceTx, { areas, organizations }: Reference): Promise<void> {
  const pathByArea = new Map(areas.map(({ code, path }) => [code, path]));
  const placed = organizations.map((organization) => ({
    organization,
    areaPath: pathByArea.get(organization.areaCode) ?? [],
  }));
  await tx.organizations.insertAll(placed);
  for (const { organization, areaPath } of placed) tx.emit(organizationChanged(organization, areaPath));
}

async function recordRuleSets(tx: ServiceTx, { ruleSets, ruleSetSteps }: Reference): Promise<void> {
  await tx.ruleSets.insertAll(ruleSets);
  await tx.ruleSets.addSteps(ruleSetSteps);
  const published = new Set(
    ruleSetSteps.filter(({ state }) => state === 'PUBLISHED').map(({ ruleSetId }) => ruleSetId),
  );
  for (const ruleSet of ruleSets) if (published.has(ruleSet.id)) tx.emit(ruleSetPublished(ruleSet));
}
