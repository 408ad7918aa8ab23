import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anOrganization } from '../testing/case-files.ts';
import {
  checkedRecipient,
  forbiddenRecipients,
  isOrganizationDepartment,
  nextDisciplineOrgan,
  type RecipientGrounds,
} from './accusation-recipient.ts';
import type { Organization } from './organization.ts';

const paths: Readonly<Record<string, readonly string[]>> = {
  '990100': ['990100'],
  '990102': ['990100', '990102'],
  '990102001': ['990100', '990102', '990102001'],
};
const one = (id: string, areaCode: string, overrides: Partial<Organization> = {}): Organization => {
  const areaPath = paths[areaCode] ?? [];
  return anOrganization({
    id,
    areaCode,
    areaPath,
    level: ['CITY', 'COUNTY', 'TOWNSHIP'][areaPath.length - 1] ?? '',
    kind: 'DEPARTMENT',
    ...overrides,
  });
};

const organizations: readonly Organization[] = [
  one('city-government', '990100', { kind: 'GOVERNMENT' }),
  one('city-department', '990100', { superiorId: 'city-government' }),
  one('department', '990102', { superiorId: 'city-department' }),
  one('office', '990102001', { superiorId: 'department' }),
  one('other', '990102'),
  one('merged', '990102', { successorId: 'department', validTo: '2025-12-31' }),
  one('city-discipline', '990100', { kind: 'DISCIPLINE' }),
  one('discipline', '990102', { kind: 'DISCIPLINE', superiorId: 'city-discipline' }),
  one('township-discipline', '990102001', { kind: 'DISCIPLINE', superiorId: 'discipline' }),
  one('closed-discipline', '990102', { kind: 'DISCIPLINE', validTo: '2025-12-31' }),
  one('law', '990102', { kind: 'POLITICAL_LEGAL' }),
  one('cadres', '990102', { kind: 'PARTY_ORGAN' }),
  one('city-cadres', '990100', { kind: 'PARTY_ORGAN' }),
];

const about = (respondentIds: readonly string[], overrides: Partial<RecipientGrounds> = {}): RecipientGrounds => ({
  accused: { respondentIds, recusedOrganizationIds: [], areaCode: '990102001' },
  cadreLevel: null,
  organizations,
  day: '2026-03-02',
  ...overrides,
});
const judged = (id: string, grounds: RecipientGrounds) => {
  const recipient = checkedRecipient(id, grounds);
  return recipient.ok ? recipient.value.id : recipient.reason;
};

describe('checkedRecipient', () => {
  it.each<[what: string, id: string, respondents: readonly string[], answer: string]>([
    ['the discipline organ of the county', 'discipline', ['department'], 'discipline'],
    ['that of the city', 'city-discipline', ['department'], 'city-discipline'],
    ['another competent organ', 'law', ['department'], 'law'],
    ['the accused', 'department', ['department'], 'RECIPIENT_FORBIDDEN'],
    ['what the accused controls', 'office', ['department'], 'RECIPIENT_FORBIDDEN'],
    ['who is above the accused', 'city-department', ['department'], 'RECIPIENT_FORBIDDEN'],
    ['whoever is above that', 'city-government', ['department'], 'RECIPIENT_FORBIDDEN'],
    ['what the accused became', 'department', ['merged'], 'RECIPIENT_FORBIDDEN'],
    ['who is neither near nor competent', 'other', ['department'], 'RECIPIENT_NOT_COMPETENT'],
    ['an organ that works below the accused', 'township-discipline', ['department'], 'RECIPIENT_NOT_COMPETENT'],
    ['a discipline organ that is accused itself', 'discipline', ['discipline'], 'RECIPIENT_FORBIDDEN'],
    ['the competent organ above an accused one', 'city-discipline', ['discipline'], 'city-discipline'],
    [
      'an organ that is competent for one of two',
      'discipline',
      ['department', 'city-department'],
      'RECIPIENT_NOT_COMPETENT',
    ],
    ['an organ where nobody is named', 'discipline', [], 'discipline'],
    ['one that is closed', 'closed-discipline', ['department'], 'ORGANIZATION_NO_LONGER_VALID'],
    ['one that nobody knows', 'nobody', ['department'], 'ORGANIZATION_NOT_FOUND'],
  ])('%s', (_, id, respondents, answer) => {
    expect(judged(id, about(respondents))).toBe(answer);
  });

  it('is never where somebody works who is recused', () => {
    const accused = { respondentIds: ['department'], recusedOrganizationIds: ['discipline'], areaCode: '990102001' };
    expect(judged('discipline', about([], { accused }))).toBe('RECIPIENT_FORBIDDEN');
  });

  it('has authority over the rank of the cadres', () => {
    expect(judged('discipline', about(['office'], { cadreLevel: 'COUNTY' }))).toBe('discipline');
    expect(judged('discipline', about(['office'], { cadreLevel: 'CITY' }))).toBe('RECIPIENT_NOT_COMPETENT');
    expect(judged('city-discipline', about(['office'], { cadreLevel: 'CITY' }))).toBe('city-discipline');
  });
});

describe('nextDisciplineOrgan', () => {
  const organ = (id: string): Organization => organizations.find((each) => each.id === id) ?? one(id, '990102');

  it('is the nearest one above that may take the matter, and nobody above the last', () => {
    const next = (id: string, respondents: readonly string[]) =>
      nextDisciplineOrgan(organ(id), about(respondents))?.id ?? null;
    expect(next('township-discipline', ['office'])).toBe('discipline');
    expect(next('township-discipline', ['office', 'discipline'])).toBe('city-discipline');
    expect(next('discipline', ['office'])).toBe('city-discipline');
    expect(next('city-discipline', ['office'])).toBeNull();
    expect(next('discipline', ['office', 'city-discipline'])).toBeNull();
  });
});

describe('isOrganizationDepartment', () => {
  it('knows the department that may be told', () => {
    expect(isOrganizationDepartment('cadres', about(['department'], { cadreLevel: 'COUNTY' }))).toBe(true);
    expect(isOrganizationDepartment('cadres', about(['department'], { cadreLevel: 'CITY' }))).toBe(false);
    expect(isOrganizationDepartment('cadres', about(['cadres']))).toBe(false);
    expect(isOrganizationDepartment('discipline', about(['department']))).toBe(false);
    expect(isOrganizationDepartment('nobody', about(['department']))).toBe(false);
  });
});

/** Organizations of any shape: chains, circles, orphans, mergers, organs anywhere. */
const aTown = fc.integer({ min: 2, max: 14 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, at) => `o${at}`);
  const link = fc.option(fc.constantFrom(...ids), { nil: null });
  const anyOrganization = fc.record({
    kind: fc.constantFrom('DEPARTMENT', 'GOVERNMENT', 'DISCIPLINE', 'POLITICAL_LEGAL', 'PETITION_BUREAU'),
    areaCode: fc.constantFrom(...Object.keys(paths)),
    superiorId: link,
    successorId: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, link),
  });
  return fc.record({
    town: fc
      .array(anyOrganization, { minLength: count, maxLength: count })
      .map((drawn) => drawn.map(({ areaCode, ...rest }, at) => one(`o${at}`, areaCode, rest))),
    respondentIds: fc.subarray(ids, { minLength: 1 }),
    recusedOrganizationIds: fc.subarray(ids, { maxLength: 2 }),
  });
});

/** Everybody above an organization, however the tree is made. */
function above(start: string, town: readonly Organization[]): readonly Organization[] {
  const chain: Organization[] = [];
  for (let id: string | null = start; ;) {
    const superior: string | null = town.find((each) => each.id === id)?.superiorId ?? null;
    const next = town.find((each) => each.id === superior);
    if (!next || chain.includes(next)) return chain;
    chain.push(next);
    id = next.id;
  }
}

const isOrgan = ({ kind }: Organization): boolean => kind === 'DISCIPLINE' || kind === 'POLITICAL_LEGAL';

describe('whatever the tree of organizations', () => {
  it('nobody who is accused, controlled by the accused, above them or recused gets an accusation', () => {
    let reached = 0;
    fc.assert(
      fc.property(aTown, ({ town, respondentIds, recusedOrganizationIds }) => {
        const accused = { respondentIds, recusedOrganizationIds, areaCode: '990102001' };
        const grounds: RecipientGrounds = { accused, cadreLevel: null, organizations: town, day: '2026-03-02' };
        const recipients = town.flatMap((each) => [
          ...(checkedRecipient(each.id, grounds).ok ? [each.id] : []),
          ...[nextDisciplineOrgan(each, grounds)?.id ?? []].flat(),
        ]);
        // Said in other words than those of the rule: from the recipient upwards, and from the accused upwards.
        const near = respondentIds.flatMap((id) => {
          const chain = above(id, town);
          const organ = chain.findIndex(isOrgan);
          return (organ === -1 ? chain : chain.slice(0, organ)).map((superior) => superior.id);
        });
        for (const id of recipients) {
          const masters = above(id, town).filter((superior) => respondentIds.includes(superior.id));
          expect([...respondentIds, ...recusedOrganizationIds, ...near]).not.toContain(id);
          expect(masters).toEqual([]);
        }
        reached += recipients.length;
      }),
      { numRuns: 500 },
    );
    expect(reached).toBeGreaterThan(0);
  });

  it('who is forbidden stays so however often it is asked', () => {
    const grounds = about(['department']);
    expect([...forbiddenRecipients(grounds.accused, organizations)].toSorted()).toEqual([
      'city-department',
      'city-government',
      'department',
      'office',
    ]);
  });
});
