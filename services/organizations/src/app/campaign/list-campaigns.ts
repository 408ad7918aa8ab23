import type { PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import type { CampaignState } from '../../domain/campaign.ts';
import { pageByCode } from '../page-by-code.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ state: CampaignState | null }>;

export const listCampaigns = query('campaign:read', ({ read, load }: ServiceRead, { state, ...request }: Question) =>
  pageByCode(request, async (afterCode, limit) =>
    load.campaigns.remember(await read.campaigns.page({ afterCode, limit, state })),
  ),
);
