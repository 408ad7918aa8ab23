import { insertRow, insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { CampaignTarget } from '../domain/campaign-target.ts';
import type { IndicatorValue } from '../domain/indicator-value.ts';
import { campaignTargetTable } from './campaign-target.table.ts';
import { indicatorValueTable } from './indicator-value.table.ts';

type Aim = Pick<CampaignTarget, 'campaignId' | 'organizationId' | 'indicatorCode'>;

export const campaignTargetRepository = (manager: EntityManager) => ({
  /** Whether there is one for that aim; nobody else sets it until the transaction ends. */
  isSetWhenLocked: async (aim: Aim): Promise<boolean> => {
    const { campaignId, organizationId, indicatorCode } = aim;
    const lock = `select pg_advisory_xact_lock(hashtext('campaign_targets'), hashtext($1))`;
    await manager.query(lock, [`${campaignId}/${organizationId}/${indicatorCode}`]);
    return manager.existsBy(campaignTargetTable, { campaignId, organizationId, indicatorCode });
  },

  latestValue: ({ organizationId, indicatorCode }: Aim): Promise<IndicatorValue | null> =>
    manager.findOne(indicatorValueTable, {
      where: { organizationId, code: indicatorCode },
      order: { frozenAt: 'DESC', period: 'DESC' },
    }),

  insertAll: (targets: readonly CampaignTarget[]) => insertRows(manager, campaignTargetTable, targets),
  insert: (target: CampaignTarget) => insertRow(manager, campaignTargetTable, target),
});
