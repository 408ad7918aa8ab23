import { UnknownInPlanError } from '../planner/planner.ts';
import type { Required, RequiredField, RequiredFragment, Rewrite } from '../planner/plan.ts';
import { isAsked, type AskedFields } from './asked-fields.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { merge } from './merge.ts';
import { isInherited } from './operation-facts.ts';
import { compileRewrites } from './rewrite.ts';
import type { TypeNames } from './type-names.ts';
import type { Variables } from './variables.ts';

/** What a subgraph is told of an entity; null where it cannot be told enough. */
export type Represent = (entity: JsonObject, variables: Variables) => JsonObject | null;

export type RepresentationParts = Readonly<{
  service: string;
  requires: readonly Required[];
  inputRewrites: readonly Rewrite[];
  /** What was asked for of these entities before. */
  asked: AskedFields;
}>;

/** Key and required fields of an entity, picked out of what has been fetched and named as the subgraph names it. */
export function compileRepresentation(
  { service, requires, inputRewrites, asked }: RepresentationParts,
  types: TypeNames,
): Represent {
  const parts = requires.map((part) => ({
    add: compileTopPart(part, asked, types),
    typeName: sentTypeName(part, inputRewrites),
  }));
  const standIns = types.standInsIn(service);
  const rewrite = compileRewrites(
    inputRewrites.filter((each) => !isTypeName(each)),
    types,
  );

  return (entity, variables) => {
    const representation: JsonObject = {};
    let sentAs: unknown = null;
    for (const { add, typeName } of parts) {
      const added = add(entity, representation, variables);
      if (added === 'MISSING') return null;
      if (added === 'ADDED') sentAs = typeName ?? sentAs;
    }
    if (!representation['__typename']) return null;
    if (sentAs !== null) representation['__typename'] = sentAs;
    const standIn = standIns.get(representation['__typename']);
    if (standIn !== undefined) representation['__typename'] = standIn;
    rewrite?.(representation);
    return representation;
  };
}

/** The name of an interface under which entities of a part are sent: only those whose key for it was found. */
function sentTypeName(part: Required, rewrites: readonly Rewrite[]): unknown {
  if (part.kind === 'FIELD') return null;
  const rewrite = rewrites.find((each) => isTypeName(each) && each.path[0].names.includes(part.onType));
  return rewrite?.kind === 'SET' ? rewrite.value : null;
}

type TypeNameRewrite = Extract<Rewrite, { kind: 'SET' }> &
  Readonly<{ path: readonly [{ kind: 'OF_TYPE'; names: readonly string[] }] }>;

const isTypeName = (rewrite: Rewrite): rewrite is TypeNameRewrite =>
  rewrite.kind === 'SET' &&
  rewrite.key === '__typename' &&
  rewrite.path.length === 1 &&
  rewrite.path[0]?.kind === 'OF_TYPE';

/** MISSING: a field that failed before, and was reported there. NOT_MEANT: the part is for other types, or left out. */
type Added = 'ADDED' | 'MISSING' | 'NOT_MEANT';

type AddPart = (source: JsonObject, representation: JsonObject, variables: Variables) => Added;

/**
 * Planners put what fetches require of several types into one fragment on their interface. What was never asked for of
 * an entity's own type is not missing there.
 */
function compileTopPart(part: Required, asked: AskedFields, types: TypeNames): AddPart {
  if (part.kind === 'FIELD') return compileField(part, types);
  const byType = new Map<unknown, AddPart>();
  for (const type of types.covering([part.onType])) {
    const selections = part.selections.filter((each) => each.kind !== 'FIELD' || isAsked(asked, each.name, type));
    const tellsMore = selections.some((each) => each.kind !== 'FIELD' || each.name !== '__typename');
    if (tellsMore) byType.set(type, compileFragment({ ...part, selections }, types));
  }
  return (source, representation, variables) =>
    byType.get(source['__typename'])?.(source, representation, variables) ?? 'NOT_MEANT';
}

const compilePart = (part: Required, types: TypeNames): AddPart =>
  part.kind === 'FIELD' ? compileField(part, types) : compileFragment(part, types);

function compileField({ name, sentAs, selections }: RequiredField, types: TypeNames): AddPart {
  if (isInherited(name)) throw new UnknownInPlanError(name);
  const partOf = selections && compileSelections(selections, types);
  return (source, representation, variables) => {
    const value = source[name];
    if (value === undefined) return 'MISSING';
    const part = partOf ? within(value, partOf, variables) : value;
    const known = representation[sentAs];
    if (isJsonObject(known) && isJsonObject(part)) merge(known, part);
    else representation[sentAs] = part;
    return 'ADDED';
  };
}

function compileFragment({ onType, selections, skipIf, includeIf }: RequiredFragment, types: TypeNames): AddPart {
  const names: ReadonlySet<unknown> = types.covering([onType]);
  const partOf = compileSelections(selections, types);
  return (source, representation, variables) => {
    if (!names.has(source['__typename'])) return 'NOT_MEANT';
    if (skipIf !== null && variables[skipIf] === true) return 'NOT_MEANT';
    if (includeIf !== null && variables[includeIf] !== true) return 'NOT_MEANT';
    const part = partOf(source, variables);
    // What is missing for one type leaves the rest as it is: another part may still tell enough.
    if (part === null) return 'NOT_MEANT';
    merge(representation, part);
    return 'ADDED';
  };
}

/** All of these parts of an object; null where a field is missing. */
type PartOf = (source: JsonObject, variables: Variables) => JsonObject | null;

function compileSelections(selections: readonly Required[], types: TypeNames): PartOf {
  const parts = selections.map((part) => compilePart(part, types));
  return (source, variables) => {
    const part: JsonObject = {};
    for (const add of parts) if (add(source, part, variables) === 'MISSING') return null;
    return part;
  };
}

function within(value: unknown, partOf: PartOf, variables: Variables): unknown {
  if (Array.isArray(value)) return value.map((element) => within(element, partOf, variables));
  return isJsonObject(value) ? partOf(value, variables) : null;
}
