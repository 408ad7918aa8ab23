import { describe, expect, it } from '@jest/globals';
import { anOrganization } from '../testing/builders.ts';
import { entryStatus, rulingOf, seatOf, type EntryHistory, type ScoreAppeal, type Verdict } from './score-appeal.ts';

const appealUntil = new Date('2026-04-20T16:00:00Z');
const before = new Date('2026-04-20T15:59:59Z');
const appeal: ScoreAppeal = { entryId: 'e', grounds: '理由', byId: 's', at: before, decideBy: '2026-05-08' };
const aHistory = (overrides: Partial<EntryHistory> = {}): EntryHistory => ({
  appealUntil,
  peerGroup: 'COUNTY',
  isConfirmed: false,
  appeal: null,
  votes: [],
  ...overrides,
});
const votes = (...verdicts: readonly Verdict[]) =>
  verdicts.map((verdict, index) => ({
    verdict,
    seat:
      (['JOINT_CONFERENCE_OFFICE', 'JUSTICE_BUREAU', 'CHIEF_OF_ANOTHER_COUNTY'] as const)[index] ?? 'JUSTICE_BUREAU',
  }));

describe('entryStatus', () => {
  it('is provisional until nobody can appeal any more', () => {
    expect([entryStatus(aHistory(), before), entryStatus(aHistory(), appealUntil)]).toEqual([
      'PROVISIONAL',
      'CONFIRMED',
    ]);
  });

  it('of the city bureau waits for the joint-conference office', () => {
    const history = aHistory({ peerGroup: 'CITY_BUREAU' });
    expect(entryStatus(history, appealUntil)).toBe('PROVISIONAL');
    expect(entryStatus({ ...history, isConfirmed: true }, appealUntil)).toBe('CONFIRMED');
  });

  it.each<[readonly Verdict[], string]>([
    [[], 'APPEALED'],
    [['OVERTURN'], 'APPEALED'],
    [['OVERTURN', 'UPHOLD'], 'APPEALED'],
    [['OVERTURN', 'UPHOLD', 'OVERTURN'], 'OVERTURNED'],
    [['UPHOLD', 'UPHOLD'], 'CONFIRMED'],
  ])('after an appeal and the votes %j is %s, however much later', (verdicts, status) => {
    const later = new Date('2027-01-01T00:00:00Z');
    expect(entryStatus(aHistory({ appeal, votes: votes(...verdicts) }), later)).toBe(status);
  });
});

describe('rulingOf', () => {
  it('is what two of three agree on', () => {
    expect([rulingOf(votes('UPHOLD')), rulingOf(votes('UPHOLD', 'OVERTURN', 'UPHOLD'))]).toEqual([null, 'UPHOLD']);
  });
});

describe('seatOf', () => {
  const unit = anOrganization({ code: '990102-LETT', kind: 'PETITION_BUREAU', level: 'COUNTY' });
  const township = anOrganization({ code: '990102001-LETT', kind: 'PETITION_OFFICE', level: 'TOWNSHIP' });
  const office = anOrganization({ code: '990100-JCO', kind: 'JOINT_CONFERENCE_OFFICE' });
  const justice = anOrganization({ code: '990100-JUST', functions: ['JUST'] });
  const otherCounty = anOrganization({ code: '990103-LETT', kind: 'PETITION_BUREAU', level: 'COUNTY' });

  it('is given to the three of the panel', () => {
    expect([office, justice, otherCounty].map((member) => seatOf(member, unit))).toEqual([
      'JOINT_CONFERENCE_OFFICE',
      'JUSTICE_BUREAU',
      'CHIEF_OF_ANOTHER_COUNTY',
    ]);
  });

  it('is not given to the unit itself, its own county, or those who confirm failures', () => {
    const cityBureau = anOrganization({ code: '990100-LETT', kind: 'PETITION_BUREAU', level: 'CITY' });
    const countyJustice = anOrganization({ code: '990103-JUST', level: 'COUNTY', functions: ['JUST'] });
    expect([unit, cityBureau, countyJustice].map((member) => seatOf(member, unit))).toEqual([null, null, null]);
    expect(seatOf(unit, township)).toBeNull();
    expect(seatOf(justice, justice)).toBeNull();
  });
});
