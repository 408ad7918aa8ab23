import { nestedQuery } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

/** Names a member of staff, of whom the staff-care subgraph tells the rest; not to those who may not see staff. */
export const referToStaff = nestedQuery('staff:read', async (_read: ServiceRead, id: string | null) =>
  id === null ? null : { id },
);
