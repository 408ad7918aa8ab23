import { describe, expect, it } from '@jest/globals';
import { publicViewer, staffRoles, type Viewer } from '@onevisit/kernel';
import { canSeeCareRequest, careRequestsVisibleTo } from './care-request.policy.ts';

const subject = { requesterId: 'requester', areaPath: ['990100', '990102', '990102001'] };
const viewer = (overrides: Partial<Viewer>): Viewer => ({ ...publicViewer(), id: 'somebody', ...overrides });

describe('canSeeCareRequest', () => {
  it('lets the requester see it, whatever the role', () => {
    expect(canSeeCareRequest(viewer({ id: 'requester', roles: ['CLERK'] }), subject)).toBe(true);
  });

  it.each(['990100', '990102', '990102001'])('lets the care officer of %s see it', (areaCode) => {
    expect(canSeeCareRequest(viewer({ roles: ['CARE_OFFICER'], areaCode }), subject)).toBe(true);
  });

  it.each(['990103', '990102002', null])('shows nothing to the care officer of %s', (areaCode) => {
    expect(canSeeCareRequest(viewer({ roles: ['CARE_OFFICER'], areaCode }), subject)).toBe(false);
  });

  it.each(staffRoles.filter((role) => role !== 'CARE_OFFICER'))('shows nothing to a %s of the same city', (role) => {
    expect(canSeeCareRequest(viewer({ roles: [role], areaCode: '990100' }), subject)).toBe(false);
  });
});

describe('careRequestsVisibleTo', () => {
  it('adds the area for a care officer only', () => {
    expect(careRequestsVisibleTo(viewer({ roles: ['CARE_OFFICER'], areaCode: '990102' }))).toEqual({
      requesterId: 'somebody',
      areaCode: '990102',
    });
    expect(careRequestsVisibleTo(viewer({ roles: ['DIRECTOR'], areaCode: '990100' }))).toEqual({
      requesterId: 'somebody',
      areaCode: null,
    });
  });
});
