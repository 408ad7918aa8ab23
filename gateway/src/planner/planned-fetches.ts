import type { FetchNode, PathStep, PlanNode } from './plan.ts';

/** A fetch of a plan, with where it stands and, by position, the fetches that it waits for. */
export type PlannedFetch = Readonly<{ fetch: FetchNode; place: readonly PathStep[]; after: ReadonlySet<number> }>;

/** The fetches of a plan, each after those that it waits for; null where it is not certain which are made. */
export function plannedFetches(node: PlanNode): readonly PlannedFetch[] | null {
  const fetches: PlannedFetch[] = [];
  return add(node, [], new Set(), fetches) ? fetches : null;
}

type Positions = ReadonlySet<number>;

/** Adds the fetches of a node; gives those that must be done before the node is. */
function add(node: PlanNode, place: readonly PathStep[], after: Positions, fetches: PlannedFetch[]): Positions | null {
  switch (node.kind) {
    case 'FETCH':
      return new Set([fetches.push({ fetch: node, place, after }) - 1]);
    case 'FLATTEN':
      return add(node.node, [...place, ...node.path], after, fetches);
    case 'SEQUENCE':
      return node.nodes.reduce<Positions | null>((before, each) => before && add(each, place, before, fetches), after);
    case 'PARALLEL':
      return node.nodes.reduce<Positions | null>((last, each) => {
        const its = last && add(each, place, after, fetches);
        return its && last.union(its);
      }, new Set());
    case 'CONDITION':
    case 'STEPS':
    default:
      return null;
  }
}
