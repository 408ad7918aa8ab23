import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { aCompetence, anOrganization } from '../testing/builders.ts';
import { isMatching, matchesOf, type Competence, type Matter } from './competence.ts';

const matter: Matter = { issueTypeCode: 'A1', areaPath: ['990100', '990102'], day: '2026-04-30' };
const city = anOrganization({ code: '990100-HRSS' });
const county = anOrganization({ code: '990102-HRSS' });
const idsOf = (competences: readonly Competence[]) =>
  matchesOf(matter, competences).map((match) => match.competence.id);

describe('isMatching', () => {
  it.each(['A1', 'A'])('covers a matter of A1 by an entry for %s', (issueTypeCode) => {
    expect(isMatching(aCompetence({ issueTypeCode }), matter)).toBe(true);
  });

  it.each(['A2', 'B', 'B1'])('does not cover a matter of A1 by an entry for %s', (issueTypeCode) => {
    expect(isMatching(aCompetence({ issueTypeCode }), matter)).toBe(false);
  });

  it('covers the areas below its own', () => {
    expect(isMatching(aCompetence({ areaCode: '990100' }), matter)).toBe(true);
  });

  it('does not cover a neighbouring area or the areas above its own', () => {
    expect(isMatching(aCompetence({ areaCode: '990103' }), matter)).toBe(false);
    expect(isMatching(aCompetence({ areaCode: '990102' }), { ...matter, areaPath: ['990100'] })).toBe(false);
  });

  it('covers matters of its own days only', () => {
    expect(isMatching(aCompetence({ validFrom: '2026-05-01' }), matter)).toBe(false);
    expect(isMatching(aCompetence({ validTo: '2026-04-29' }), matter)).toBe(false);
  });
});

describe('matchesOf', () => {
  it('names the issue type before its branch, however far the area', () => {
    const special = aCompetence({ of: city, issueTypeCode: 'A1' });
    const general = aCompetence({ of: county, issueTypeCode: 'A' });
    expect(idsOf([general, special])).toEqual([special.id, general.id]);
  });

  it('names the nearer area before the farther one, whatever the priority', () => {
    const near = aCompetence({ of: county, priority: 9 });
    const far = aCompetence({ of: city, priority: 1 });
    expect(idsOf([far, near])).toEqual([near.id, far.id]);
  });

  it('names the lower priority number first', () => {
    const first = aCompetence({ of: city, priority: 1 });
    const second = aCompetence({ of: county, areaCode: '990100', priority: 2 });
    expect(idsOf([second, first])).toEqual([first.id, second.id]);
  });

  it('shows a conflict where type, area and priority are equal, and no other', () => {
    const one = aCompetence({ of: city });
    const other = aCompetence({ of: county, areaCode: '990100' });
    const branch = aCompetence({ of: city, issueTypeCode: 'A' });
    expect(matchesOf(matter, [one, other, branch]).map(({ isConflicting }) => isConflicting)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('names nobody where no entry covers the matter', () => {
    expect(matchesOf(matter, [aCompetence({ issueTypeCode: 'B' })])).toEqual([]);
  });
});

describe('matchesOf, for any register', () => {
  const day = fc.constantFrom('2026-04-29', '2026-04-30', '2026-05-01');
  const competence = fc
    .record({
      issueTypeCode: fc.constantFrom('A', 'A1', 'A2', 'B1'),
      areaCode: fc.constantFrom('990100', '990102', '990102001', '990103'),
      priority: fc.integer({ min: 1, max: 3 }),
      validFrom: day,
      validTo: fc.option(day),
    })
    .map((fields) => aCompetence(fields));
  const register = fc
    .array(competence, { maxLength: 12 })
    .map((rows) => rows.map((row, index) => ({ ...row, id: String(index).padStart(2, '0') })));

  it('does not depend on the order of the register', () => {
    fc.assert(
      fc.property(
        register.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
        ([rows, others]) => {
          expect(matchesOf(matter, others)).toEqual(matchesOf(matter, rows));
        },
      ),
    );
  });

  it('finds every entry that covers the matter, once', () => {
    fc.assert(
      fc.property(register, (rows) => {
        const covering = rows.filter((row) => isMatching(row, matter)).map(({ id }) => id);
        expect(idsOf(rows).toSorted()).toEqual(covering);
      }),
    );
  });

  it('never puts a less special, farther or lower ranking entry first', () => {
    fc.assert(
      fc.property(register, (rows) => {
        const degrees = matchesOf(matter, rows).map((match) => degreeOf(match.competence));
        expect(degrees).toEqual(degrees.toSorted());
      }),
    );
  });

  it('shows a conflict for exactly those that share their degree with another', () => {
    fc.assert(
      fc.property(register, (rows) => {
        const matches = matchesOf(matter, rows);
        for (const match of matches) {
          const equals = matches.filter((other) => degreeOf(other.competence) === degreeOf(match.competence));
          expect(match.isConflicting).toBe(equals.length > 1);
        }
      }),
    );
  });
});

/** Sorts as the law of competence does: type, then area, then priority. */
const degreeOf = ({ issueTypeCode, areaCode, priority }: Competence): string =>
  `${issueTypeCode === 'A1' ? 0 : 1} ${areaCode === '990102' ? 0 : 1} ${priority}`;

const shuffled = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
