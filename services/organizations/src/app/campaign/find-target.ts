import { nestedQuery, query } from '@onevisit/kernel';
import { currentOf, targetState, type TargetOnRecord } from '../../domain/campaign-target.ts';
import type { ServiceRead } from '../operation.ts';

export const targetsOfCampaign = nestedQuery('campaign:read', ({ load }: ServiceRead, campaignId: string) =>
  load.campaignTargets.ofCampaign.load(campaignId),
);

export const findTarget = query('campaign:read', ({ load }: ServiceRead, id: string) =>
  load.campaignTargets.byId.load(id),
);

/** How far it is, as the ledger says. */
export const progressOfTarget = query('campaign:read', async ({ load, today }: ServiceRead, target: TargetOnRecord) => {
  const definition = await load.indicatorDefinitions.byCode.load(target.indicatorCode);
  if (!definition) throw new Error(`no indicator ${target.indicatorCode}`);
  const current = currentOf(definition, target.latest);
  return {
    current,
    period: current === null ? null : (target.latest?.period ?? null),
    state: targetState(target, definition, { current, today }),
  };
});
