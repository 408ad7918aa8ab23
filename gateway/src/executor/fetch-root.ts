import type { FetchNode, PathStep } from '../planner/plan.ts';
import type { FetchParts, Send } from './fetch.ts';
import { merge, mergeCopy } from './merge.ts';
import { compilePath } from './path.ts';
import { compileRewrites } from './rewrite.ts';
import type { Step } from './run.ts';
import { clientPath } from './safe-names.ts';
import { subgraphError } from './subgraph-error.ts';

/** Fetches root fields; they belong to the root of the result, or to an object of a root type within it. */
export function rootFetch<Context>(
  { service, outputRewrites }: FetchNode,
  place: readonly PathStep[],
  send: Send<Context>,
  { types, clientNames }: FetchParts<Context>,
): Step<Context> {
  const path = compilePath(place, types);
  const rewrite = compileRewrites(outputRewrites, types);

  return async (run) => {
    const owners = path.objectsIn(run.data);
    const [first, ...others] = owners;
    if (!first) return;

    const { data, errors } = await send(run, {});
    if (errors?.length) {
      const places = path.placesIn(run.data);
      for (const error of errors) {
        for (const owner of error.path ? owners : [first]) {
          const from = places.get(owner)?.[0] ?? [];
          const errorPath = error.path && clientPath([...from, ...error.path], clientNames);
          run.errors.push(subgraphError(error, service, errorPath));
        }
      }
    }
    if (!data) return;
    rewrite?.(data);
    for (const owner of others) mergeCopy(owner, data);
    merge(first, data);
  };
}
