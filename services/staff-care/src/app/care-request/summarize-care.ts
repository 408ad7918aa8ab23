import { nestedQuery } from '@onevisit/kernel';
import { summarized } from '../../domain/care-summary.ts';
import type { ServiceRead } from '../operation.ts';

/** 关爱概况 of an organization and all below it; null outside the viewer's area. */
export const summarizeCare = nestedQuery('care-summary:read', async ({ load }: ServiceRead, organizationId: string) => {
  const counted = await load.careCountOfOrganization.load(organizationId);
  return counted && summarized(counted);
});
