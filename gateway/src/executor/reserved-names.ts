import { isInterfaceType, isObjectType, Kind, visit, type ASTNode, type GraphQLSchema } from 'graphql';
import { fieldSetOf } from '../planner/field-set.ts';
import { joinsOf, textOf } from '../planner/join-directives.ts';
import { isPlannerName } from './planner-names.ts';

/** Whether fetches need a name for themselves: no other field may be fetched under it. */
export type IsReserved = (name: string) => boolean;

/** Names of fields of keys and of what is required, and those that planners make up. */
export function reservedNames(supergraph: GraphQLSchema): IsReserved {
  const types = Object.values(supergraph.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  const fieldSets = [
    ...types.flatMap(({ astNode }) => joinsOf(astNode, 'join__type').map((join) => textOf(join, 'key'))),
    ...fields.flatMap(({ astNode }) => joinsOf(astNode, 'join__field').map((join) => textOf(join, 'requires'))),
  ];
  const names = new Set([
    '__typename',
    ...fieldSets.flatMap((text) => (text ? fieldSetOf(text).flatMap(namesIn) : [])),
  ]);
  return (name) => names.has(name) || isPlannerName(name);
}

function namesIn(node: ASTNode): readonly string[] {
  const names: string[] = [];
  visit(node, { [Kind.FIELD]: ({ name }: { name: { value: string } }) => void names.push(name.value) });
  return names;
}
