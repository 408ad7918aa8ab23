import { hasRole, type Viewer } from '@onevisit/kernel';
import type { CareRequest } from './care-request.ts';

/** What decides who sees a request: whose it is, and in which area, with all above it, the requester's unit lies. */
export type CareSubject = Pick<CareRequest, 'requesterId'> & Readonly<{ areaPath: readonly string[] }>;

/** The requester, and the care officer of an area that the requester's unit lies in. Nobody else, whatever the role. */
export const canSeeCareRequest = (viewer: Viewer, { requesterId, areaPath }: CareSubject): boolean =>
  viewer.id === requesterId || isCaredForBy(viewer, areaPath);

/** The care officer of the requester's area answers it. */
export const isCaredForBy = (viewer: Viewer, areaPath: readonly string[]): boolean =>
  hasRole(viewer, 'CARE_OFFICER') && viewer.areaCode !== null && areaPath.includes(viewer.areaCode);

/** The same rule as a filter, so that pages stay full. */
export const careRequestsVisibleTo = (viewer: Viewer): Readonly<{ requesterId: string; areaCode: string | null }> => ({
  requesterId: viewer.id,
  areaCode: hasRole(viewer, 'CARE_OFFICER') ? viewer.areaCode : null,
});

/** 首应逾期: the director of the area that the requester's unit lies in; null where the viewer has none. */
export const overdueCareRequestsVisibleTo = (viewer: Viewer): Readonly<{ areaCode: string | null }> => ({
  areaCode: viewer.areaCode,
});

/** 关爱概况: for the organizations of the viewer's own area and below; null where the viewer has none. */
export const careSummariesVisibleTo = (viewer: Viewer): Readonly<{ areaCode: string | null }> => ({
  areaCode: viewer.areaCode,
});
