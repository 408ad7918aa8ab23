import { visit } from 'graphql';
import { fixedPrefix } from '../planner/fixed-fields.ts';
import { hivePrefix } from '../planner/hive-planner.ts';
import { partsOf, type FetchNode, type PlanNode } from '../planner/plan.ts';
import type { ClientNames } from './safe-names.ts';

/** Whether a planner made up a name; clients' own names that look so are fetched under others. */
export const isPlannerName = (name: string): boolean => name.startsWith(fixedPrefix) || name.startsWith(hivePrefix);

/** Names that a plan made up for fields, with the names that these are known by: an error tells of those. */
export const plannerNames = (node: PlanNode): ClientNames =>
  node.kind === 'FETCH' ? namesOf(node) : new Map(partsOf(node).flatMap((part) => [...plannerNames(part)]));

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
