import type { Membership } from './pulse.ts';

const outside = '';
const fewestMovers = 3;

/**
 * Groups of which two months must not be set side by side: one or two people have moved between it and another one, or
 * come or gone. Where between any two groups, the outside being one, nobody or at least 3 have moved, so have they
 * between any union of groups and the rest.
 */
export function restlessGroups(
  groups: readonly Membership[],
  earlier: readonly (readonly Membership[])[],
): ReadonlySet<string> {
  const restless = earlier.flatMap((before) =>
    [...movers(before, groups)]
      .filter(([, count]) => count < fewestMovers)
      .flatMap(([pair]) => pair.split('|').filter((group) => group !== outside)),
  );
  return new Set(restless);
}

/** How many have moved between two groups, in either direction; of pairs between which somebody has. */
function movers(before: readonly Membership[], after: readonly Membership[]): ReadonlyMap<string, number> {
  const [was, is] = [groupOfMember(before), groupOfMember(after)];
  const pairs = new Map<string, number>();
  for (const member of new Set([...was.keys(), ...is.keys()])) {
    const pair = [was.get(member) ?? outside, is.get(member) ?? outside];
    if (pair[0] === pair[1]) continue;
    const name = pair.toSorted((left, right) => (left < right ? -1 : 1)).join('|');
    pairs.set(name, (pairs.get(name) ?? 0) + 1);
  }
  return pairs;
}

const groupOfMember = (groups: readonly Membership[]): ReadonlyMap<string, string> =>
  new Map(groups.flatMap(({ unitGroup, members }) => members.map((member) => [member, unitGroup] as const)));
