import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionNode } from 'graphql';
import {
  partsOf,
  type EntitySlot,
  type FetchNode,
  type PathStep,
  type PlanNode,
  type Rewrite,
  type RewriteStep,
} from '../planner/plan.ts';
import type { TypeNames } from './type-names.ts';

/** Types that a field was asked for; null for all. */
type OfTypes = ReadonlySet<string> | null;

/** What the fetches of a plan have asked for so far, as one tree of response names. */
export type AskedFields = Readonly<{ fields: Map<string, AskedField> }>;

type AskedField = { types: OfTypes; readonly below: AskedFields };

export const nothingAsked = (): AskedFields => ({ fields: new Map() });

/** What was asked for of the objects at a place. */
export function askedAt(asked: AskedFields, place: readonly PathStep[]): AskedFields {
  return place.reduce((at, step) => (step.kind === 'FIELD' ? fieldOf(at, step.name).below : at), asked);
}

/** Whether some fetch asked for this field of objects of this type. Where none did, it is not missing. */
export function isAsked({ fields }: AskedFields, name: string, type: string): boolean {
  const field = fields.get(name);
  return name === '__typename' || (field !== undefined && (field.types === null || field.types.has(type)));
}

/** Adds what a part of a plan asks for. */
export function noteAsked(node: PlanNode, place: readonly PathStep[], asked: AskedFields, types: TypeNames): void {
  if (node.kind === 'FETCH') noteFetch(node, place, asked, types);
  const below = node.kind === 'FLATTEN' ? [...place, ...node.path] : place;
  for (const each of partsOf(node)) noteAsked(each, below, asked, types);
}

function noteFetch(fetch: FetchNode, place: readonly PathStep[], asked: AskedFields, types: TypeNames): void {
  const noting: Noting = { types, fragments: fragmentsOf(fetch.document) };
  const root = rootSelections(fetch.document);
  if (!fetch.entities) {
    noteSelections(root, null, askedAt(asked, place), noting);
    noteRenamed(fetch.outputRewrites, askedAt(asked, place), types);
    return;
  }
  for (const slot of fetch.entities) {
    for (const path of slot.paths) {
      const at = askedAt(asked, [...place, ...path]);
      noteSelections(entitySelections(root, slot), null, at, noting);
      noteRenamed(slot.outputRewrites, at, types);
    }
  }
}

type Noting = Readonly<{ types: TypeNames; fragments: ReadonlyMap<string, FragmentDefinitionNode> }>;

function noteSelections(selections: readonly SelectionNode[], of: OfTypes, at: AskedFields, noting: Noting): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const field = addField(at, (selection.alias ?? selection.name).value, of);
      if (selection.selectionSet) noteSelections(selection.selectionSet.selections, null, field.below, noting);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? noting.fragments.get(selection.name.value) : selection;
    if (!fragment) continue;
    const { typeCondition, selectionSet } = fragment;
    const narrowed = typeCondition ? within(of, noting.types.covering([typeCondition.name.value])) : of;
    noteSelections(selectionSet.selections, narrowed, at, noting);
  }
}

const within = (of: OfTypes, names: ReadonlySet<string>): OfTypes => (of === null ? names : of.intersection(names));

/** A renamed key stands for the field that it was made from. */
function noteRenamed(rewrites: readonly Rewrite[], asked: AskedFields, types: TypeNames): void {
  for (const rewrite of rewrites) {
    if (rewrite.kind !== 'RENAME') continue;
    const at = rewrite.path.reduce(
      (fields, step) => (step.kind === 'FIELD' ? fieldOf(fields, step.name).below : fields),
      asked,
    );
    addField(at, rewrite.to, typesAt(rewrite.path, types));
  }
}

function typesAt(path: readonly RewriteStep[], types: TypeNames): OfTypes {
  const last = path.at(-1);
  return last?.kind === 'OF_TYPE' ? types.covering(last.names) : null;
}

function addField(at: AskedFields, name: string, types: OfTypes): AskedField {
  const known = at.fields.get(name);
  if (!known) {
    const field: AskedField = { types, below: nothingAsked() };
    at.fields.set(name, field);
    return field;
  }
  known.types = known.types === null || types === null ? null : known.types.union(types);
  return known;
}

const nobody: OfTypes = new Set();

const fieldOf = (at: AskedFields, name: string): AskedField => at.fields.get(name) ?? addField(at, name, nobody);

const rootSelections = ({ definitions }: DocumentNode): readonly SelectionNode[] =>
  definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
  );

const entitySelections = (root: readonly SelectionNode[], { answer }: EntitySlot): readonly SelectionNode[] =>
  root.flatMap((field) =>
    field.kind === Kind.FIELD && (field.alias ?? field.name).value === answer
      ? (field.selectionSet?.selections ?? [])
      : [],
  );

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
