import { visit } from 'graphql';
import { fixedPrefix } from '../planner/fixed-fields.ts';
import { hivePrefix } from '../planner/hive-planner.ts';
import type { FetchNode, PlanNode } from '../planner/plan.ts';
import type { ClientNames } from './safe-names.ts';

/** Whether a planner made up a name; clients' own names that look so are fetched under others. */
export const isPlannerName = (name: string): boolean => name.startsWith(fixedPrefix) || name.startsWith(hivePrefix);

/** Names that a plan made up for fields, with the names that these are known by: an error tells of those. */
export function plannerNames(node: PlanNode): ClientNames {
  if (node.kind === 'FETCH') return namesOf(node);
  if (node.kind === 'FLATTEN') return plannerNames(node.node);
  const parts = node.kind === 'CONDITION' ? [node.whenTrue, node.whenFalse] : node.nodes;
  return new Map(parts.flatMap((part) => (part ? [...plannerNames(part)] : [])));
}

function namesOf({ document, entities, outputRewrites }: FetchNode): ClientNames {
  const names = new Map<string, string>();
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias && isPlannerName(alias.value)) names.set(alias.value, name.value);
    },
  });
  for (const rewrite of [...outputRewrites, ...(entities ?? []).flatMap((slot) => slot.outputRewrites)]) {
    if (rewrite.kind === 'RENAME') names.set(rewrite.key, rewrite.to);
  }
  return names;
}
