import {
  Kind,
  visit,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';

/** A valid operation of the graph, as far as planners have to see it. */
export type PlannedOperation = Readonly<{
  operation: OperationDefinitionNode;
  fragments: Fragments;
}>;

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Values of Boolean variables that `@skip` and `@include` name. */
export type KnownConditions = Readonly<Record<string, boolean>>;

/**
 * What is left of an operation where the values of its conditions are known. A plan that carries conditions fetches
 * more than it need, and loses entities whose required fields a condition left out.
 */
export function plannedOperation(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  known: KnownConditions,
): PlannedOperation {
  const entries = [...fragments].map(([name, fragment]) => [name, decided(fragment, known)] as const);
  return { operation: decided(operation, known), fragments: new Map(entries) };
}

/** An operation with the fragments that are spread somewhere in it, in their own order: plans depend on it. */
export function documentOf({ operation, fragments }: PlannedOperation): DocumentNode {
  const found = new Set<FragmentDefinitionNode>();
  const look = (node: ASTNode): void =>
    void visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || found.has(fragment)) return;
        found.add(fragment);
        look(fragment);
      },
    });
  look(operation);
  const used = [...fragments.values()].filter((fragment) => found.has(fragment));
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
}

const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Leaves out what conditions leave out, and the conditions that are known. */
function decided<Node extends ASTNode>(node: Node, known: KnownConditions): Node {
  const decide = <Selection extends SelectionNode>(selection: Selection): Selection | null | undefined => {
    const { directives = [] } = selection;
    const values = directives.map((directive) => valueOf(directive, known));
    if (values.includes(false)) return null;
    if (!values.includes(true)) return undefined;
    return { ...selection, directives: directives.filter((_, at) => values[at] !== true) };
  };
  return visit<Node>(node, {
    Field: { enter: decide },
    InlineFragment: { enter: decide },
    FragmentSpread: { enter: decide },
    SelectionSet: {
      leave: (set) => (set.selections.length === 0 ? { ...set, selections: [typeName] } : undefined),
    },
  });
}

/** Whether a condition lets its selection in; null where it is none, or its value is not known. */
function valueOf({ name, arguments: given = [] }: DirectiveNode, known: KnownConditions): boolean | null {
  if (name.value !== 'skip' && name.value !== 'include') return null;
  const argument = given.find((each) => each.name.value === 'if')?.value;
  const value = argument && knownValue(argument, known);
  return value === undefined ? null : value === (name.value === 'include');
}

function knownValue(argument: ValueNode, known: KnownConditions): boolean | undefined {
  if (argument.kind === Kind.BOOLEAN) return argument.value;
  return argument.kind === Kind.VARIABLE ? known[argument.name.value] : undefined;
}
