import { Kind, print, visit, type DocumentNode, type SelectionNode } from 'graphql';
import type { FixedFields } from './fixed-fields.ts';
import type { FetchNode, PlanNode, Required } from './plan.ts';

/**
 * A fetch for which one field is required twice, with other arguments, as fetches for which it is required once: a
 * representation has room for one price, not for two in two currencies.
 */
export function fetchedApart(fetch: FetchNode, fixed: FixedFields): PlanNode {
  const [slot] = fetch.entities ?? [];
  const clashing = slot ? clashes(slot.requires, fixed) : [];
  if (!slot || clashing.length === 0) return fetch;

  const requiring = (name = ''): readonly string[] => [...(fixed.get(name)?.requiredBy ?? [])];
  const rounds = Math.max(...clashing.map((names) => names.length));
  const nodes = Array.from({ length: rounds }, (_, round) => {
    const left = new Set(clashing.flatMap((names) => names.filter((_name, at) => at !== round)));
    const later = new Set([...left].flatMap(requiring));
    const now = clashing.flatMap((names) => requiring(names[round]));
    const document = withFields(fetch.document, (name) => (round === 0 ? !later.has(name) : now.includes(name)));
    const requires = withoutFields(slot.requires, left);
    return { ...fetch, document, text: print(document), entities: [{ ...slot, requires }] };
  });
  return { kind: 'PARALLEL', nodes };
}

/** Names of fixed fields that stand for one field, where there are several of them. */
function clashes(requires: readonly Required[], fixed: FixedFields): readonly (readonly string[])[] {
  const names = new Set(requires.flatMap(fieldsOf).filter((name) => fixed.has(name)));
  const byField = Map.groupBy(names, (name) => fixed.get(name)?.real.name.value);
  return [...byField.values()].filter((group) => group.length > 1);
}

const fieldsOf = (part: Required): readonly string[] =>
  part.kind === 'FRAGMENT'
    ? part.selections.flatMap(fieldsOf)
    : [part.name, ...(part.selections ?? []).flatMap(fieldsOf)];

const withoutFields = (requires: readonly Required[], left: ReadonlySet<string>): readonly Required[] =>
  requires.flatMap((part): readonly Required[] => {
    if (part.kind === 'FRAGMENT') return [{ ...part, selections: withoutFields(part.selections, left) }];
    if (left.has(part.name)) return [];
    return [{ ...part, selections: part.selections && withoutFields(part.selections, left) }];
  });

/** Leaves the fields of entities that are wanted, and their types. */
function withFields(document: DocumentNode, isWanted: (name: string) => boolean): DocumentNode {
  const wanted = (selections: readonly SelectionNode[]): readonly SelectionNode[] =>
    selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD) {
        const { value } = selection.name;
        return value === '__typename' || isWanted(value) ? [selection] : [];
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      const kept = wanted(selection.selectionSet.selections);
      return kept.length > 0 ? [{ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections: kept } }] : [];
    });
  return visit(document, {
    OperationDefinition: (operation) => ({
      ...operation,
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: operation.selectionSet.selections.map((entities) =>
          entities.kind === Kind.FIELD
            ? {
                ...entities,
                selectionSet: { kind: Kind.SELECTION_SET, selections: wanted(entities.selectionSet?.selections ?? []) },
              }
            : entities,
        ),
      },
    }),
    FragmentDefinition: () => false,
  });
}
