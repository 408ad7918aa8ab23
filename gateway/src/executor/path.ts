import type { PathStep } from '../planner/plan.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import type { TypeNames } from './type-names.ts';

/** Where an object stands in the result, nearest key first. */
type Trail = Readonly<{ key: string | number; parent: Trail | null }>;

type Reached = (object: JsonObject, trail: Trail | null) => void;

/** Goes on from a value; trails are made only when somebody asks for places. */
type Walk = (value: unknown, trail: Trail | null, reached: Reached, trails: boolean) => void;

/** A way from the root of the result to objects, compiled once. */
export type ObjectPath = Readonly<{
  /** The objects that are there, in order. */
  objectsIn: (root: JsonObject) => JsonObject[];
  /** Every place of each of them. */
  placesIn: (root: JsonObject) => Map<JsonObject, ResponsePath[]>;
}>;

export type ResponsePath = (string | number)[];

export function compilePath(steps: readonly PathStep[], types: TypeNames): ObjectPath {
  const walk = steps.reduceRight((next, step) => compileStep(step, next, types), arrive);
  return {
    objectsIn: (root) => {
      const objects: JsonObject[] = [];
      walk(root, null, (object) => objects.push(object), false);
      return objects;
    },
    placesIn: (root) => {
      const places = new Map<JsonObject, ResponsePath[]>();
      walk(root, null, (object, trail) => addTo(places, object, pathOf(trail)), true);
      return places;
    },
  };
}

const arrive: Walk = (value, trail, reached) => {
  if (isJsonObject(value)) reached(value, trail);
};

function compileStep(step: PathStep, next: Walk, types: TypeNames): Walk {
  if (step.kind === 'FIELD') return throughField(step.name, next);
  return step.kind === 'EACH' ? throughList(next) : throughType(types.covering(step.names), next);
}

const throughField =
  (name: string, next: Walk): Walk =>
  (value, trail, reached, trails) => {
    if (!isJsonObject(value)) return;
    const field = value[name];
    if (field !== null && field !== undefined)
      next(field, trails ? { key: name, parent: trail } : null, reached, trails);
  };

/** Enters lists within lists too: not every planner says how deep they are. */
function throughList(next: Walk): Walk {
  const walk: Walk = (value, trail, reached, trails) => {
    if (!Array.isArray(value)) {
      next(value, trail, reached, trails);
      return;
    }
    for (let at = 0; at < value.length; at += 1) {
      walk(value[at], trails ? { key: at, parent: trail } : null, reached, trails);
    }
  };
  return walk;
}

const throughType =
  (names: ReadonlySet<unknown>, next: Walk): Walk =>
  (value, trail, reached, trails) => {
    if (isJsonObject(value) && names.has(value['__typename'])) next(value, trail, reached, trails);
  };

function pathOf(trail: Trail | null): ResponsePath {
  const path: ResponsePath = [];
  for (let step = trail; step; step = step.parent) path.push(step.key);
  return path.toReversed();
}

function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
