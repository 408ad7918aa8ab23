import type { Rewrite, RewriteStep } from '../planner/plan.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import type { TypeNames } from './type-names.ts';

/** Changes an object in place. */
export type Change = (object: JsonObject) => void;

/** All rewrites of a fetch as one change; null where there are none. */
export function compileRewrites(rewrites: readonly Rewrite[], types: TypeNames): Change | null {
  if (rewrites.length === 0) return null;
  const changes = rewrites.map((rewrite) => along(rewrite.path, changeOf(rewrite), types));
  return (object) => {
    for (const change of changes) change(object);
  };
}

function changeOf(rewrite: Rewrite): Change {
  const { key } = rewrite;
  if (rewrite.kind === 'SET') {
    const { value } = rewrite;
    return (object) => {
      object[key] = value;
    };
  }
  const { to } = rewrite;
  return (object) => {
    const value = object[key];
    if (value === undefined || value === null) return;
    object[to] = value;
    delete object[key];
  };
}

const along = (path: readonly RewriteStep[], change: Change, types: TypeNames): Change =>
  path.reduceRight<Change>((next, step) => through(step, next, types), change);

function through(step: RewriteStep, next: Change, types: TypeNames): Change {
  if (step.kind === 'FIELD') return (object) => eachIn(object[step.name], next);
  const names: ReadonlySet<unknown> = types.covering(step.names);
  return (object) => {
    const name = object['__typename'];
    // An object that does not tell its type is taken for one that is meant.
    if (name === undefined || name === null || names.has(name)) next(object);
  };
}

function eachIn(value: unknown, change: Change): void {
  if (Array.isArray(value)) for (const element of value) eachIn(element, change);
  else if (isJsonObject(value)) change(value);
}
