import { isJsonObject, type JsonObject } from './json-object.ts';

/** What becomes of an object of the source that the target does not have yet. */
type Adopt = (value: object) => unknown;

/**
 * Adds what a subgraph answered to what is known, in place. Null never takes the place of a value: two subgraphs that
 * share a field may answer in any order, and what one of them could not say the other has said.
 */
export function merge(target: JsonObject, source: JsonObject): void {
  mergeInto(target, source, taken);
}

/** As `merge`, but the source is used elsewhere too: its objects are copied, for later fetches change them in place. */
export function mergeCopy(target: JsonObject, source: JsonObject): void {
  mergeInto(target, source, copied);
}

function mergeInto(target: JsonObject, source: JsonObject, adopt: Adopt): void {
  for (const key in source) {
    const added = source[key];
    if (key === '__proto__' || added === undefined) continue;
    if (added === null) target[key] ??= null;
    else target[key] = typeof added === 'object' ? joined(target[key], added, adopt) : added;
  }
}

function joined(known: unknown, added: object, adopt: Adopt): unknown {
  if (typeof known !== 'object' || known === null) return adopt(added);
  if (Array.isArray(known)) return Array.isArray(added) ? joinedList(known, added, adopt) : adopt(added);
  if (!isJsonObject(added)) return adopt(added);
  mergeInto(known as JsonObject, added, adopt);
  return known;
}

/** Lists of one length are one list: their elements belong together. */
function joinedList(known: unknown[], added: readonly unknown[], adopt: Adopt): unknown {
  if (known.length !== added.length) return adopt(added);
  for (const [at, element] of added.entries()) {
    if (element === null || element === undefined) continue;
    known[at] = typeof element === 'object' ? joined(known[at], element, adopt) : element;
  }
  return known;
}

const taken: Adopt = (value) => value;

function copied(value: object): unknown {
  if (Array.isArray(value)) return value.map(copiedElement);
  const copy: JsonObject = {};
  for (const [key, element] of Object.entries(value)) if (key !== '__proto__') copy[key] = copiedElement(element);
  return copy;
}

const copiedElement = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? copied(value) : value;
