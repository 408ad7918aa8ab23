import { localDate } from '@onevisit/calendar';
import { command, fail, hasRole, ok } from '@onevisit/kernel';
import { currentOf, targetSet } from '../../domain/campaign-target.ts';
import { ruleSetOn } from '../../domain/rule-set.ts';
import { neverTargetedBy } from '../../domain/scoring/rule-set-document.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  campaignCode: string;
  organizationId: string;
  indicatorCode: string;
  target: number;
  plan: string;
  ownerId: string;
  dueOn: string;
  idempotencyKey: string;
}>;

/** 设定攻坚目标: number, plan and owner together, or not at all. */
export const setTarget = command('setTarget', 'target:set', async (tx: ServiceTx, request: Request) => {
  const { organizationId, indicatorCode, ownerId } = request;
  const campaign = await tx.campaigns.byCode(request.campaignCode);
  if (!campaign) return fail('CAMPAIGN_NOT_FOUND');
  if (!hasRole(tx.viewer, 'DIRECTOR') && !(await tx.campaigns.isCarriedBy(campaign.id, tx.viewer.taskForceCode)))
    return fail('NOT_YOUR_CAMPAIGN');
  const definition = await tx.indicatorDefinitions.byCode(indicatorCode);
  if (!definition) return fail('INDICATOR_NOT_FOUND');
  if (!(await tx.organizations.byId(organizationId))) return fail('ORGANIZATION_NOT_FOUND');
  if (!(await tx.leadershipPosts.isHeldBy(organizationId, ownerId))) return fail('OWNER_WITHOUT_POST');

  const aim = { campaignId: campaign.id, organizationId, indicatorCode };
  if (await tx.campaignTargets.isSetWhenLocked(aim)) return fail('TARGET_ALREADY_SET');

  const { target, plan, dueOn } = request;
  const baseline = currentOf(definition, await tx.campaignTargets.latestValue(aim));
  const rules = ruleSetOn(localDate(tx.now).toString(), await tx.ruleSets.allWhenLocked());
  const outcome = targetSet({
    target: { id: tx.newId(), ...aim, baseline, target, plan, ownerId, setAt: tx.now, dueOn },
    campaign,
    definition,
    neverTargeted: rules ? neverTargetedBy(rules.document) : [],
  });
  if (!outcome.ok) return outcome;

  await tx.campaignTargets.insert(outcome.value);
  return ok({ targetId: outcome.value.id });
});
