import { visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { flagOf, textOf } from './join-directives.ts';

/**
 * A supergraph without the keys that a subgraph only hands out, where it can be asked by another. Apollo's planner asks
 * by them too: a subgraph that a required field leads back to then gets a key that it does not resolve.
 */
export const withoutIdleKeys = (supergraph: DocumentNode): DocumentNode =>
  visit(supergraph, {
    ObjectTypeDefinition: { enter: (type) => ({ ...type, directives: withoutIdle(type.directives) }) },
    InterfaceTypeDefinition: { enter: (type) => ({ ...type, directives: withoutIdle(type.directives) }) },
  });

function withoutIdle(directives: readonly ConstDirectiveNode[] = []): readonly ConstDirectiveNode[] {
  const joins = directives.filter(({ name }) => name.value === 'join__type');
  const asked = new Set(joins.filter((join) => !isIdle(join)).map((join) => textOf(join, 'graph')));
  const idle = new Set(joins.filter((join) => isIdle(join) && asked.has(textOf(join, 'graph'))));
  return directives.filter((directive) => !idle.has(directive));
}

const isIdle = (join: ConstDirectiveNode): boolean => flagOf(join, 'resolvable') === false;
