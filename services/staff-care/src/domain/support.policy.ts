import { hasRole, type Viewer } from '@onevisit/kernel';
import type { SupportRequest } from './support.ts';

type Sides = Pick<SupportRequest, 'fromOrganizationId' | 'toSectionId'>;

/** Both sides, and the director. */
export const canSeeSupportRequest = (viewer: Viewer, { fromOrganizationId, toSectionId }: Sides): boolean =>
  hasRole(viewer, 'DIRECTOR') ||
  (viewer.organizationId !== null && [fromOrganizationId, toSectionId].includes(viewer.organizationId));

/** The section that was asked, and the director above it. */
export const canAnswerSupportRequest = (viewer: Viewer, { toSectionId }: Sides): boolean =>
  hasRole(viewer, 'DIRECTOR') || viewer.organizationId === toSectionId;

/** The same rule as a filter, so that pages stay full. */
export const supportRequestsVisibleTo = (viewer: Viewer) => ({
  seesAll: hasRole(viewer, 'DIRECTOR'),
  organizationId: viewer.organizationId,
});

export type VisibleSupportRequests = ReturnType<typeof supportRequestsVisibleTo>;
