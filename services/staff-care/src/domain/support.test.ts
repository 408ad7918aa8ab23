import { describe, expect, it } from '@jest/globals';
import { anOrganization } from '../testing/builders.ts';
import { ratingsOf } from './support-rating.ts';
import { answered, isCitySection, isOfCounty, isOverdue, newSupportRequest } from './support.ts';

const at = new Date('2026-04-27T02:00:00Z');
const filed = newSupportRequest({
  id: 'request',
  kind: 'LEGAL',
  fromOrganizationId: 'county',
  toSectionId: 'section',
  requesterId: 'chief',
  filedAt: at,
  dueOn: '2026-04-29',
});

describe('a support request', () => {
  it('is answered once', () => {
    const outcome = answered(filed, { by: 'somebody', at });
    const value = { ...filed, state: 'ANSWERED', answeredBy: 'somebody', answeredAt: at } as const;
    expect(outcome).toEqual({ ok: true, value });
    expect(answered(value, { by: 'somebody', at })).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });

  it('is overdue when its day is over without an answer', () => {
    const done = { ...filed, state: 'ANSWERED' } as const;
    expect([isOverdue(filed, '2026-04-29'), isOverdue(filed, '2026-04-30'), isOverdue(done, '2026-04-30')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('goes from a county to a section of the city bureau', () => {
    const city = anOrganization('990100-LETT');
    const section = anOrganization('990100-LETT-REVIEW', { superiorId: city.id });
    const county = anOrganization('990102-LETT', { superiorId: city.id, areaPath: ['990100', '990102'] });
    const township = anOrganization('990102001-LETT', { areaPath: ['990100', '990102', '990102001'] });
    const all = [city, section, county, township];
    expect([all.map(isCitySection), all.map(isOfCounty)]).toEqual([
      [false, true, false, false],
      [false, false, true, false],
    ]);
  });
});

describe('ratingsOf', () => {
  const given = (sectionId: string, ...levels: number[]) => levels.map((level) => ({ sectionId, level }));

  it('are the means to the half of what at least seven counties have said', () => {
    const levels = [
      ...given('b', 4, 4, 4, 4, 4, 4, 5, 5),
      ...given('a', 3, 3, 3, 3, 3, 3, 3),
      ...given('c', 5, 5, 5, 5, 5, 5),
    ];
    expect(ratingsOf(2026, levels)).toEqual([
      { sectionId: 'a', year: 2026, level: 3, counties: 7 },
      { sectionId: 'b', year: 2026, level: 4.5, counties: 8 },
    ]);
  });
});
