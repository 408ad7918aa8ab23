import type { FetchNode, PathStep } from '../planner/plan.ts';
import type { AskedFields } from './asked-fields.ts';
import { entityFetch } from './fetch-entities.ts';
import { rootFetch } from './fetch-root.ts';
import type { ClientNames } from './safe-names.ts';
import type { Run, Step } from './run.ts';
import type { FetchRequest, SubgraphClient, SubgraphResult } from './subgraph-client.ts';
import { fetchFault } from './subgraph-error.ts';
import type { TypeNames } from './type-names.ts';
import type { Variables } from './variables.ts';

/** What fetches are compiled against. */
export type FetchParts<Context> = Readonly<{
  types: TypeNames;
  /** What fetches before have asked for. */
  asked: AskedFields;
  clients: ReadonlyMap<string, SubgraphClient<Context>>;
  /** What the client calls fields that are fetched under other names. */
  clientNames: ClientNames;
  /** A subgraph knows nothing of an entity that another named, or does not show it. */
  entityHidden: (context: Context) => void;
}>;

/** Sends a fetch with these further variables. */
export type Send<Context> = (run: Run<Context>, variables: Variables) => Promise<SubgraphResult>;

/** One request of a plan, standing at a place of the result. What it throws becomes an error of the operation. */
export function compileFetch<Context>(
  fetch: FetchNode,
  place: readonly PathStep[],
  parts: FetchParts<Context>,
): Step<Context> {
  const client = parts.clients.get(fetch.service);
  if (!client) throw new Error(`Nobody answers for subgraph ${fetch.service}`);
  const send = compileSend(fetch, client);
  const { entities } = fetch;
  const step = entities
    ? entityFetch({ ...fetch, entities }, place, send, parts)
    : rootFetch(fetch, place, send, parts);
  return async (run) => {
    try {
      await step(run);
    } catch (fault) {
      run.errors.push(fetchFault(fault));
    }
  };
}

function compileSend<Context>(fetch: FetchNode, client: SubgraphClient<Context>): Send<Context> {
  const { text: query, operationName, document, variables: names } = fetch;
  return (run, further) => {
    const variables: Record<string, unknown> = {};
    for (const name of names) {
      const value = Object.hasOwn(run.sent, name) ? run.sent[name] : undefined;
      if (value !== undefined) variables[name] = value;
    }
    const request: FetchRequest = { query, operationName, document, variables: Object.assign(variables, further) };
    return client.fetch(request, run.context);
  };
}
