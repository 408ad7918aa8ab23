import {
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { both, conditionOf, either, never, type Condition } from './condition.ts';

/** What may be asked for, and how. */
export type Selecting = Readonly<{
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}>;

/** Selection sets that are answered together, each under its condition. */
export type Parts = ReadonlyMap<SelectionSetNode, Condition>;

/** All selections of one key of the answer. */
export type CollectedField = {
  readonly responseName: string;
  /** The first of them; all ask for the same field with the same arguments. */
  readonly node: FieldNode;
  when: Condition;
  readonly parts: Map<SelectionSetNode, Condition>;
};

/** The fields that these parts ask of an object of this type, in the order of their first mention. */
export function collectFields(
  type: GraphQLCompositeType,
  parts: Parts,
  selecting: Selecting,
): readonly CollectedField[] {
  const collection: Collection = { ...selecting, type, fields: new Map(), visited: new Set() };
  for (const [selectionSet, when] of parts) collect(selectionSet, when, collection);
  return [...collection.fields.values()];
}

type Collection = Selecting &
  Readonly<{
    type: GraphQLCompositeType;
    fields: Map<string, CollectedField>;
    /** Fragments that were taken whole: nothing more is found in them. */
    visited: Set<FragmentDefinitionNode>;
  }>;

function collect(selectionSet: SelectionSetNode, when: Condition, collection: Collection): void {
  for (const selection of selectionSet.selections) {
    const selected = both(when, conditionOf(selection));
    if (selected === never) continue;
    if (selection.kind === Kind.FIELD) {
      addField(selection, selected, collection.fields);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(selection.typeCondition?.name.value, collection)) {
        collect(selection.selectionSet, selected, collection);
      }
    } else {
      collectFragment(collection.fragments.get(selection.name.value), selected, collection);
    }
  }
}

function collectFragment(fragment: FragmentDefinitionNode | undefined, when: Condition, collection: Collection): void {
  if (!fragment || collection.visited.has(fragment)) return;
  if (!when) collection.visited.add(fragment);
  if (applies(fragment.typeCondition.name.value, collection)) collect(fragment.selectionSet, when, collection);
}

function addField(node: FieldNode, when: Condition, fields: Map<string, CollectedField>): void {
  const responseName = node.alias?.value ?? node.name.value;
  const known = fields.get(responseName);
  const field: CollectedField = known ?? { responseName, node, when, parts: new Map() };
  if (known) known.when = either(known.when, when);
  else fields.set(responseName, field);
  if (!node.selectionSet) return;
  const part = field.parts.get(node.selectionSet);
  field.parts.set(node.selectionSet, part === undefined ? when : either(part, when));
}

function applies(condition: string | undefined, { schema, type }: Collection): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return (
    isAbstractType(conditional) && conditional !== type && 'getFields' in type && schema.isSubType(conditional, type)
  );
}
