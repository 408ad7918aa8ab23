import { createRandom, type Random } from '@onevisit/city';
import { describe, expect, it } from '@jest/globals';
import { fewest, published, type AnsweredGroup } from './pulse-publication.ts';
import type { Membership, PulseResult } from './pulse.ts';

const names = (group: string, count: number) => Array.from({ length: count }, (_, at) => `${group}#${at}`);
const good = [5, 5, 5, 5, 5];
const bad = [1, 1, 1, 1, 1];

/** A group of 25, in which so many agree with everything and so many with nothing. */
const group = (
  unitGroup: string,
  agreeing: number,
  disagreeing: number,
  members = names(unitGroup, 25),
): AnsweredGroup => ({
  unitGroup,
  members,
  answers: [...Array.from({ length: agreeing }, () => good), ...Array.from({ length: disagreeing }, () => bad)],
});

const told = (results: readonly PulseResult[]) =>
  results.map(({ unitGroup, participants, questions }) => [unitGroup, participants, questions[0]?.share ?? null]);

describe('published', () => {
  it('tells of the city and of each group that is large enough', () => {
    const [city, first] = published([group('A', 7, 8), group('B', 10, 10)], []);
    expect(city).toMatchObject({ unitGroup: null, staff: 50, participants: 35 });
    expect(first).toEqual({
      unitGroup: 'A',
      staff: 25,
      participants: 15,
      questions: ['WORKLOAD', 'SAFETY', 'SUPPORT', 'RESPECT', 'REST'].map((question) => ({
        question,
        share: 7 / 15,
        band: 'MIDDLE',
      })),
    });
  });

  it('says nothing at all of six answers', () => {
    expect(published([group('A', 3, 3)], [])).toEqual([]);
  });

  it('leaves a group out whose absence from the city would give another one away', () => {
    const groups = [group('A', 10, 10), group('B', 7, 7), group('C', 3, 3)];
    expect(told(published(groups, []))).toEqual([
      [null, 40, 0.5],
      ['A', 20, 0.5],
    ]);
  });

  it.each([
    [7, 7, 0.5, 'MIDDLE'],
    [6, 14, null, 'LOW'],
    [14, 6, null, 'HIGH'],
    [20, 0, null, 'HIGH'],
    [0, 20, null, 'LOW'],
  ] as const)(
    'of %i who agree and %i who do not gives the share %p and the band %s',
    (agreeing, others, share, band) => {
      const [, result] = published([group('A', agreeing, others)], []);
      expect(result?.questions[0]).toEqual({ question: 'WORKLOAD', share, band });
    },
  );

  it('keeps the share of the city back where a group could be worked out with it', () => {
    // Of B no share is told; the city's would give it away.
    expect(told(published([group('A', 10, 10), group('B', 2, 9)], []))).toEqual([
      [null, 31, null],
      ['A', 20, 0.5],
      ['B', 11, null],
    ]);
  });

  const before: readonly Membership[] = [
    { unitGroup: 'A', members: names('A', 25) },
    { unitGroup: 'B', members: names('B', 25) },
  ];

  it.each([
    ['nobody', 25, [null, 'A', 'B']],
    ['one', 24, ['B']],
    ['two', 23, ['B']],
    ['three', 22, [null, 'A', 'B']],
  ])('when %s of A has left, tells of what cannot be set against the month before', (_, count, expected) => {
    const groups = [group('A', 10, 10, names('A', count)), group('B', 10, 10)];
    expect(published(groups, [before]).map(({ unitGroup }) => unitGroup)).toEqual(expected);
  });

  it('compares with every month before, not with the last one alone', () => {
    const grown = [{ unitGroup: 'A', members: names('A', 30) }, ...before.slice(1)];
    const groups = [group('A', 10, 10, names('A', 26)), group('B', 10, 10)];
    expect(published(groups, [grown]).map(({ unitGroup }) => unitGroup)).toEqual([null, 'A', 'B']);
    expect(published(groups, [before, grown]).map(({ unitGroup }) => unitGroup)).toEqual(['B']);
  });

  it('tells neither of two groups between which one person has moved', () => {
    const groups = [group('A', 10, 10, names('A', 24)), group('B', 10, 10, [...names('B', 25), 'A#24'])];
    expect(published(groups, [before])).toEqual([]);
  });
});

/** What somebody can work out: every sum of groups that are told, and the city without it. */
function derivable(groups: readonly AnsweredGroup[], results: readonly PulseResult[]): readonly ReadonlySet<string>[] {
  const shown = results.flatMap(({ unitGroup }) => (unitGroup === null ? [] : [unitGroup]));
  const sums = shown.reduce<string[][]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]]);
  const city = results.some(({ unitGroup }) => unitGroup === null) ? groups.map(({ unitGroup }) => unitGroup) : null;
  const rests = city ? sums.map((set) => city.filter((name) => !set.includes(name))) : [];
  return [...sums, ...rests].filter((set) => set.length > 0).map((set) => new Set(set));
}

const inSet = (groups: readonly AnsweredGroup[], set: ReadonlySet<string>) =>
  groups.filter(({ unitGroup }) => set.has(unitGroup));

const drawnGroup = (unitGroup: string, members: readonly string[], random: Random): AnsweredGroup => {
  const turnout = random() < 0.3 ? 0.2 : random();
  const mood = random();
  const answers = members
    .filter(() => random() < turnout)
    .map(() => Array.from({ length: 5 }, () => (random() < mood ? 5 : 1)));
  return { unitGroup, members, answers };
};

/** From month to month a few people come, go and move. */
function nextMonth(groups: readonly AnsweredGroup[], random: Random, month: number): readonly AnsweredGroup[] {
  const places = groups.map(({ members }) => [...members]);
  const moves = Math.floor(random() * 7);
  for (let move = 0; move < moves; move += 1) {
    const from = places[Math.floor(random() * places.length)];
    const to = places[Math.floor(random() * places.length)];
    const mover = random() < 0.3 ? `new#${month}/${move}` : from?.shift();
    if (mover !== undefined && random() < 0.8) to?.push(mover);
  }
  return groups.map(({ unitGroup }, at) => drawnGroup(unitGroup, places[at] ?? [], random));
}

describe('what is published of any city, over any months', () => {
  const cities = Array.from({ length: 150 }, (_, seed) => {
    const random = createRandom(seed + 1);
    const first = Array.from({ length: 1 + Math.floor(random() * 5) }, (__, at) =>
      drawnGroup(`G${at}`, names(`G${at}`, 20 + Math.floor(random() * 15)), random),
    );
    const months = [first];
    for (let month = 1; month < 4; month += 1) months.push([...nextMonth(months.at(-1) ?? [], random, month)]);
    return months.map((groups, month) => ({ groups, results: published(groups, months.slice(0, month)) }));
  });

  it('is something: the rules do not merely silence everything', () => {
    const counts = cities.flat().map(({ results }) => results.length);
    expect(counts.filter((count) => count > 1).length).toBeGreaterThan(50);
  });

  it('lets nobody work out the answers of fewer than 7, by taking any from any', () => {
    const small = cities.flat().flatMap(({ groups, results }) =>
      derivable(groups, results)
        .map((set) => inSet(groups, set).reduce((count, { answers }) => count + answers.length, 0))
        .filter((count) => count > 0 && count < fewest),
    );
    expect(small).toEqual([]);
  });

  it('lets nobody work out a share that rests on fewer than 7 who agree, or who do not', () => {
    const small = cities.flat().flatMap(({ groups, results }) =>
      [0, 1, 2, 3, 4].flatMap((question) => {
        const withShare = results.filter(({ questions }) => questions[question]?.share !== null);
        return derivable(groups, withShare).flatMap((set) => {
          const answers = inSet(groups, set).flatMap((each) => each.answers);
          const agreeing = answers.filter((answer) => (answer[question] ?? 0) >= 4).length;
          const others = answers.length - agreeing;
          return answers.length > 0 && (agreeing < fewest || others < fewest) ? [[agreeing, others]] : [];
        });
      }),
    );
    expect(small).toEqual([]);
  });

  it('lets nobody set two months side by side that differ by one person or two', () => {
    const close = cities.flatMap((months) =>
      months.flatMap((later, at) =>
        months.slice(0, at).flatMap((sooner) => {
          const before = derivable(sooner.groups, sooner.results).map((set) => [...set].toSorted().join());
          return derivable(later.groups, later.results)
            .filter((set) => before.includes([...set].toSorted().join()))
            .map((set) => {
              const [was, is] = [sooner, later].map(
                ({ groups }) => new Set(inSet(groups, set).flatMap(({ members }) => members)),
              );
              return was && is ? was.symmetricDifference(is).size : 0;
            })
            .filter((difference) => difference === 1 || difference === 2);
        }),
      ),
    );
    expect(close).toEqual([]);
  });
});
