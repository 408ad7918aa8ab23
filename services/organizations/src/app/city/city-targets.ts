import { startOfDay } from '@onevisit/calendar';
import { campaigns, leadershipPosts, organizations } from '@onevisit/city';
import { seededId } from '@onevisit/kernel';
import type { CampaignTarget } from '../../domain/campaign-target.ts';

/** What each campaign aims at, by its main indicators. */
const aims: Readonly<Record<string, number>> = { K01: 0.98, K02: 0.98, K07: 0.95, K09: 0.85, K11: 0.5, K15: 0.8 };

const setOn = '2026-01-05';

const counties = organizations.filter(({ kind, level }) => kind === 'PETITION_BUREAU' && level === 'COUNTY');

const heads = new Map(
  leadershipPosts
    .filter(({ isHead }) => isHead)
    .map(({ organizationCode, holderCode }) => [organizationCode, holderCode]),
);

/** The targets of the year: every county, for every campaign that has an indicator, with its chief as the owner. */
export const cityTargets: readonly CampaignTarget[] = campaigns.flatMap(
  ({ code, workingName, indicatorCodes, endsOn }) =>
    indicatorCodes.flatMap((indicatorCode) =>
      counties.flatMap((county) => {
        const target = aims[indicatorCode];
        const owner = heads.get(county.code);
        if (target === undefined || !owner || endsOn === null) return [];
        return {
          id: seededId('campaign-target', `${code}/${county.code}/${indicatorCode}`),
          campaignId: seededId('campaign', code),
          organizationId: seededId('organization', county.code),
          indicatorCode,
          // Nothing was counted yet when the year began.
          baseline: null,
          target,
          plan: `${workingName}：逐件明确责任人和时限，每月调度一次，季度公布进度。`,
          ownerId: seededId('staff', owner),
          setAt: startOfDay(Temporal.PlainDate.from(setOn)),
          dueOn: endsOn,
        };
      }),
    ),
);
