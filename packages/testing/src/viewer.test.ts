import { describe, expect, it } from '@jest/globals';
import { publicViewer, seededId } from '@onevisit/kernel';
import { aViewer } from './viewer.ts';

describe('aViewer', () => {
  it.each([
    ['CLERK', '990102-LETT', '990102'],
    ['HANDLER', '990102-HRSS', '990102'],
    ['DIRECTOR', '990100-LETT', '990100'],
  ] as const)('%s works where the persona does', (role, organizationCode, areaCode) => {
    expect(aViewer(role)).toMatchObject({
      roles: [role],
      organizationId: seededId('organization', organizationCode),
      areaCode,
    });
  });

  it('is another person in another role', () => {
    expect(aViewer('CLERK').id).not.toBe(aViewer('BUREAU').id);
  });

  it('takes what a test says', () => {
    expect(aViewer('CLERK', { areaCode: '990103', language: 'en' })).toMatchObject({
      areaCode: '990103',
      language: 'en',
    });
  });

  it('holds a capability for one case as a petitioner, and belongs nowhere', () => {
    expect(aViewer('PETITIONER', { caseId: 'c1', grade: 'ACT' })).toEqual({
      ...publicViewer(),
      id: 'case:c1',
      roles: ['PETITIONER'],
      caseId: 'c1',
      grade: 'ACT',
    });
  });

  it('is anybody as the public', () => {
    expect(aViewer('PUBLIC')).toEqual(publicViewer());
  });
});
