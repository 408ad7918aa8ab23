import { hasRole, type Viewer } from '@onevisit/kernel';
import type { Organization } from './organization.ts';

/** The city bureau watches over the others; the joint-conference office watches over the city bureau. */
export const overseesUnit = (viewer: Viewer, member: Organization | null, unit: Organization): boolean =>
  unit.peerGroup === 'CITY_BUREAU'
    ? member?.kind === 'JOINT_CONFERENCE_OFFICE'
    : hasRole(viewer, 'DIRECTOR', 'SUPERVISOR');
