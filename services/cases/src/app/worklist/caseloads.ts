import { nestedQuery } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

const nothing = { open: 0, dueWithin7Days: 0, overdue: 0 };

/** 在办量 of an organization and all below it. */
export const caseloadOfOrganization = nestedQuery(
  'case:read-statistics',
  async ({ load }: ServiceRead, id: string) => (await load.caseloadOfOrganization.load(id)) ?? nothing,
);

export const caseloadOfCampaign = nestedQuery(
  'case:read-statistics',
  async ({ load }: ServiceRead, id: string) => (await load.caseloadOfCampaign.load(id)) ?? nothing,
);

export const caseloadOfTaskForce = nestedQuery(
  'case:read-statistics',
  async ({ load }: ServiceRead, id: string) => (await load.caseloadOfTaskForce.load(id)) ?? nothing,
);
