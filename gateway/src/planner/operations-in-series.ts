import {
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments, PlannedOperation } from './planned-operation.ts';

/**
 * The operations to plan one after the other in place of one, without introspection. Each field of a mutation is one by
 * itself: the next may not begin before all that the one before selects has been read.
 */
export function operationsInSeries({ operation, fragments }: PlannedOperation): readonly PlannedOperation[] {
  const fields = rootFields(operation.selectionSet, [], fragments);
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const groups = Map.groupBy(fields, ({ responseName }) => (isMutation ? responseName : ''));
  return [...groups.values()].map((group) => {
    const selections = group.map(({ selection }) => selection);
    return { operation: { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }, fragments };
  });
}

type RootField = Readonly<{ responseName: string; selection: SelectionNode }>;

type Conditions = readonly (readonly DirectiveNode[])[];

/** The fields at the root, out of the fragments that they stand in but under the same conditions. */
const rootFields = (
  { selections }: SelectionSetNode,
  conditions: Conditions,
  fragments: Fragments,
): readonly RootField[] =>
  selections.flatMap((selection): readonly RootField[] => {
    if (selection.kind === Kind.FIELD) return rootField(selection, conditions);
    const { directives = [] } = selection;
    const within = directives.length > 0 ? [...conditions, directives] : conditions;
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    return fragment ? rootFields(fragment.selectionSet, within, fragments) : [];
  });

function rootField(field: FieldNode, conditions: Conditions): readonly RootField[] {
  if (field.name.value.startsWith('__')) return [];
  const responseName = (field.alias ?? field.name).value;
  return [{ responseName, selection: conditions.reduceRight<SelectionNode>(under, field) }];
}

const under = (selection: SelectionNode, directives: readonly DirectiveNode[]): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  directives,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
});
