import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a document is once every fragment is written out. Counted without writing any of them out. */
export type DocumentSize = Readonly<{
  depth: number;
  aliases: number;
  rootFields: number;
  selections: number;
  /** The most directives at one place. */
  directives: number;
  fragments: number;
  operations: number;
}>;

type Size = Pick<DocumentSize, 'depth' | 'aliases' | 'selections' | 'rootFields'>;

const nothing: Size = { depth: 0, aliases: 0, selections: 0, rootFields: 0 };

/**
 * Each fragment is measured once, however often it is spread, so that twenty levels of doubled fragments take twenty
 * steps and not a million. A circle of fragments is no document: validation refuses it, here it counts as endless.
 */
export function sizeOf(document: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const measure = measurer(fragments);
  const whole = operations.map((operation) => measure(operation.selectionSet)).reduce(larger, nothing);
  return {
    ...whole,
    directives: mostDirectives(document),
    fragments: fragments.size,
    operations: operations.length,
  };
}

const endless: Size = { depth: Infinity, aliases: Infinity, selections: Infinity, rootFields: Infinity };

function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const measured = new Map<string, Size>();
  const underWay = new Set<string>();

  const ofFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    if (underWay.has(name)) return endless;
    underWay.add(name);
    const size = ofSelections(fragment.selectionSet);
    underWay.delete(name);
    measured.set(name, size);
    return size;
  };
  const ofSelection = (selection: SelectionNode): Size => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet);
    const below = selection.selectionSet ? ofSelections(selection.selectionSet) : nothing;
    return {
      depth: below.depth + 1,
      aliases: below.aliases + (selection.alias ? 1 : 0),
      selections: below.selections + 1,
      rootFields: 1,
    };
  };
  const ofSelections = ({ selections }: SelectionSetNode): Size =>
    selections.map(ofSelection).reduce(together, nothing);
  return ofSelections;
}

const together = (left: Size, right: Size): Size => ({
  depth: Math.max(left.depth, right.depth),
  aliases: left.aliases + right.aliases,
  selections: left.selections + right.selections,
  rootFields: left.rootFields + right.rootFields,
});

const larger = (left: Size, right: Size): Size => ({
  depth: Math.max(left.depth, right.depth),
  aliases: Math.max(left.aliases, right.aliases),
  selections: Math.max(left.selections, right.selections),
  rootFields: Math.max(left.rootFields, right.rootFields),
});

/** Walks the document as it is written: no fragment is entered twice. */
function mostDirectives(document: DocumentNode): number {
  let most = 0;
  const enter = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      most = Math.max(most, selection.directives?.length ?? 0);
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) enter(selection.selectionSet.selections);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    most = Math.max(most, definition.directives?.length ?? 0);
    enter(definition.selectionSet.selections);
  }
  return most;
}
