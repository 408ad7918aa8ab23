import { visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { flagOf, textOf } from './join-directives.ts';
import type { TypeDefinition } from './supergraph-types.ts';

/**
 * A supergraph without the keys that a subgraph only hands out, where it can be asked by another; itself without such. Apollo's planner asks
 * by them too: a subgraph that a required field leads back to then gets a key that it does not resolve.
 */
export const withoutIdleKeys = (supergraph: DocumentNode): DocumentNode =>
  visit(supergraph, {
    ObjectTypeDefinition: { enter: withoutIdle },
    InterfaceTypeDefinition: { enter: withoutIdle },
  });

function withoutIdle(type: TypeDefinition): TypeDefinition | undefined {
  const { directives = [] } = type;
  const joins = directives.filter(({ name }) => name.value === 'join__type');
  const asked = new Set(joins.filter((join) => !isIdle(join)).map((join) => textOf(join, 'graph')));
  const idle = new Set(joins.filter((join) => isIdle(join) && asked.has(textOf(join, 'graph'))));
  return idle.size > 0 ? { ...type, directives: directives.filter((directive) => !idle.has(directive)) } : undefined;
}

const isIdle = (join: ConstDirectiveNode): boolean => flagOf(join, 'resolvable') === false;
