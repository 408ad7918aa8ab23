import type { Plan, PlanNode, PlanStep } from './plan.ts';
import { plannedFetches, type PlannedFetch } from './planned-fetches.ts';
import { sharedRequest } from './shared-request.ts';

/**
 * A plan that asks a subgraph once for all entities whose turn comes at the same depth, wherever in the result they are.
 * Apollo's planner makes a request for each of their places.
 */
export function fetchedTogether({ node }: Plan): Plan {
  const fetches = node && plannedFetches(node);
  if (!fetches) return { node };
  const requests = requestsOf(fetches);
  return { node: requests.length < fetches.length ? inSteps(requests, fetches) : node };
}

/** The fetches, by position, that one request answers. */
type Request = readonly number[];

function requestsOf(fetches: readonly PlannedFetch[]): readonly Request[] {
  const depths: number[] = [];
  for (const { after } of fetches) {
    depths.push(1 + Math.max(-1, ...[...after].map((position) => depths[position] ?? 0)));
  }
  const groups = Map.groupBy(fetches.keys(), (position) => {
    const { entities, service } = fetches[position]?.fetch ?? {};
    // Root fields stay apart, and what a mutation does stays in its place.
    return entities?.length === 1 ? `${depths[position]} ${service}` : position;
  });
  const depthOf = ([first = 0]: Request): number => depths[first] ?? 0;
  return [...groups.values()].toSorted((one, other) => depthOf(one) - depthOf(other));
}

function inSteps(requests: readonly Request[], fetches: readonly PlannedFetch[]): PlanNode {
  const stepOf = new Map(requests.flatMap((request, at) => request.map((position) => [position, at] as const)));
  const steps = requests.map((request): PlanStep => {
    const parts = request.flatMap((position) => fetches[position] ?? []);
    const after = new Set(parts.flatMap((part) => [...part.after].flatMap((position) => stepOf.get(position) ?? [])));
    return { node: requestFor(parts), after: [...after] };
  });
  return { kind: 'STEPS', steps };
}

function requestFor(parts: readonly PlannedFetch[]): PlanNode {
  const [only, ...others] = parts;
  return only && others.length === 0 ? { kind: 'FLATTEN', path: only.place, node: only.fetch } : sharedRequest(parts);
}
