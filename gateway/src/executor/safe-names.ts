import {
  Kind,
  visit,
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Fragments } from '../planner/planned-operation.ts';
import type { ResponsePath } from './path.ts';
import type { IsReserved } from './reserved-names.ts';

/** What the client calls a field, by the name under which it is fetched, where the two differ. */
export type ClientNames = ReadonlyMap<string, string>;

export type NamedOperation = Readonly<{
  operation: OperationDefinitionNode;
  fragments: Fragments;
  clientNames: ClientNames;
}>;

/**
 * Lets no field be fetched under a name that keys and requirements need. Planners merge by name alone: asked for
 * `id: title` they send the title to other subgraphs as the key, or answer the key, hidden as it may be, for the title.
 */
export function withSafeNames(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  isReserved: IsReserved,
): NamedOperation {
  const safe = safeNames([operation, ...fragments.values()], isReserved);
  if (safe.size === 0) return { operation, fragments, clientNames: new Map() };

  const renamed = <Node extends OperationDefinitionNode | FragmentDefinitionNode>(node: Node): Node =>
    visit<Node>(node, {
      Field: (field) => {
        const name = isAtRisk(field, isReserved) ? safe.get(responseName(field)) : undefined;
        return name === undefined ? undefined : { ...field, alias: { kind: Kind.NAME, value: name } };
      },
    });
  return {
    operation: renamed(operation),
    fragments: new Map([...fragments].map(([name, fragment]) => [name, renamed(fragment)])),
    clientNames: new Map([...safe].map(([theirs, ours]) => [ours, theirs])),
  };
}

/** A place as the client knows it. */
export const clientPath = (path: ResponsePath, names: ClientNames): ResponsePath =>
  names.size === 0 ? path : path.map((key) => (typeof key === 'string' ? (names.get(key) ?? key) : key));

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** By names alone, so that one answer of a client is always fetched under one name, whatever type it stands in. */
const isAtRisk = (field: FieldNode, isReserved: IsReserved): boolean =>
  field.alias !== undefined && field.alias.value !== field.name.value && isReserved(field.alias.value);

/** A name that nobody uses, for each that is at risk. */
function safeNames(nodes: readonly ASTNode[], isReserved: IsReserved): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const atRisk = new Set<string>();
  for (const node of nodes) {
    visit(node, {
      Field: (field) => {
        used.add(responseName(field)).add(field.name.value);
        if (isAtRisk(field, isReserved)) atRisk.add(responseName(field));
      },
    });
  }
  return new Map([...atRisk].map((name) => [name, unused(name, used, isReserved)]));
}

function unused(name: string, used: Set<string>, isReserved: IsReserved): string {
  let safe = `${name}_`;
  while (used.has(safe) || isReserved(safe)) safe += '_';
  used.add(safe);
  return safe;
}
