import type { GraphQLFormattedError } from 'graphql';
import type { EntitySlot, FetchNode, PathStep } from '../planner/plan.ts';
import { compileSlot, type Owners, type Slot } from './entity-slot.ts';
import type { FetchParts, Send } from './fetch.ts';
import type { JsonObject } from './json-object.ts';
import type { ResponsePath } from './path.ts';
import type { Step } from './run.ts';
import { clientPath } from './safe-names.ts';
import { subgraphError } from './subgraph-error.ts';
import type { Variables } from './variables.ts';

/** Asks a subgraph for fields of entities; each distinct representation is sent once, however many ask for it. */
export function entityFetch<Context>(
  { service, entities }: FetchNode & Readonly<{ entities: readonly EntitySlot[] }>,
  place: readonly PathStep[],
  send: Send<Context>,
  { types, asked: askedBefore, clientNames, entityHidden }: FetchParts<Context>,
): Step<Context> {
  const slots = entities.map((slot) => compileSlot(slot, { service, place, types, asked: askedBefore }));

  return async (run) => {
    const asked = slots.map((slot) => ({ slot, owners: slot.ownersIn(run) }));
    if (asked.every(({ owners }) => owners.length === 0)) return;

    const { data, errors } = await send(run, representationsOf(asked));
    for (const error of errors ?? []) {
      for (const path of pathsOf(error, asked, run.data))
        run.errors.push(subgraphError(error, service, path && clientPath(path, clientNames)));
    }
    if (!data) return;
    for (const { slot, owners } of asked) {
      if (slot.receive(data[slot.answer], owners)) entityHidden(run.context);
    }
  };
}

type Asked = Readonly<{ slot: Slot; owners: readonly Owners[] }>;

const representationsOf = (asked: readonly Asked[]): Variables =>
  Object.fromEntries(asked.map(({ slot, owners }) => [slot.variable, owners.map((each) => each.representation)]));

/** An error of one entity is an error of every place that waits for it. */
function pathsOf(
  { path }: GraphQLFormattedError,
  asked: readonly Asked[],
  root: JsonObject,
): readonly (ResponsePath | undefined)[] {
  if (!path) return [undefined];
  const [key, index, ...rest] = path;
  const about = asked.find(({ slot }) => slot.answer === key) ?? asked[0];
  const owners = typeof index === 'number' ? about?.owners[index] : undefined;
  if (!about || !owners) return [about?.slot.place ?? []];
  const places = about.slot.placesOf(owners.objects, root);
  return places.length > 0 ? places.map((place) => [...place, ...rest]) : [about.slot.place];
}
