import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from './mounted-graph.ts';

/**
 * How our answer stands to Apollo's. MISPLACED: the same errors, but at other elements of their lists. TOLD_MORE: of an
 * answer with gaps, other gaps are named too. EMPTIER: Apollo's is null where ours is
 * not, and so does not tell of what would have failed there.
 */
export type Comparison = 'SAME' | 'MISPLACED' | 'TOLD_MORE' | 'EMPTIER' | 'DIFFERENT';

export function compareAnswers(apollo: Answer, ours: Answer): Comparison {
  const isSameData = stable(apollo.data) === stable(ours.data);
  if (!isSameData || !isSame(apollo.errors, ours.errors, unplaced)) {
    const isLess = isEmptier(apollo.data, ours.data) && isPart(apollo.errors, ours.errors, unplaced);
    return isLess ? 'EMPTIER' : 'DIFFERENT';
  }
  if (!isSame(apollo.errors, ours.errors, placed)) return 'MISPLACED';
  if (isSame(apollo.valueCompletion, ours.valueCompletion, placed)) return 'SAME';
  // Both stop at the first gap of an object, but not in the same order of its fields.
  return apollo.valueCompletion.length > 0 && ours.valueCompletion.length > 0 ? 'TOLD_MORE' : 'DIFFERENT';
}

/** The same but for places where it is null, or a list or an object has nothing. */
function isEmptier(some: unknown, other: unknown): boolean {
  if (some === null || some === undefined || stable(some) === stable(other)) return true;
  if (typeof some !== 'object' || typeof other !== 'object' || other === null) return false;
  const members: Readonly<Record<string, unknown>> = { ...other };
  return Object.entries(some).every(([key, member]) => isEmptier(member, members[key]));
}

/** The same value, whatever the order of keys, as one text. */
export const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );

type KeyOf = (error: GraphQLFormattedError) => string;

type Errors = readonly GraphQLFormattedError[];

const isSame = (some: Errors, others: Errors, keyOf: KeyOf): boolean =>
  stable(some.map(keyOf).toSorted()) === stable(others.map(keyOf).toSorted());

function isPart(some: Errors, others: Errors, keyOf: KeyOf): boolean {
  const keys = new Set(others.map(keyOf));
  return some.every((error) => keys.has(keyOf(error)));
}

/** Apollo's executor tells of fields by names that its planner made up; ours by their own. */
const known = (key: string | number): string | number =>
  typeof key === 'string' ? key.replace(/__alias_\d+$/, '') : key;

const placed: KeyOf = ({ path, extensions }) => stable([path?.map(known), extensions]);

/** Without indices. Apollo's executor leaves its own `@` and `_entities` in a path where a whole fetch failed. */
const unplaced: KeyOf = ({ path = [], extensions }) => {
  const end = path.indexOf('@');
  return stable([
    path
      .slice(0, end === -1 ? path.length : end)
      .filter((key) => typeof key === 'string')
      .map(known),
    extensions,
  ]);
};
