import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

export const findServiceWindow = query('organization:read', ({ load }: ServiceRead, id: string) =>
  load.serviceWindows.byId.load(id),
);

export const windowsOfOrganization = query('organization:read', ({ load }: ServiceRead, organizationId: string) =>
  load.serviceWindows.ofOrganization.load(organizationId),
);
