import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';

/** Something of a supergraph that carries directives: a definition's node, or a type of a schema made of it. */
type Directed = Readonly<{ directives?: readonly ConstDirectiveNode[] | undefined }> | null | undefined;

/** What a supergraph notes of a part of it: `join__type` who knows a type by which key, `join__field` who has a field. */
export const joinsOf = (node: Directed, name: 'join__type' | 'join__field'): readonly ConstDirectiveNode[] =>
  (node?.directives ?? []).filter((directive) => directive.name.value === name);

const argumentOf = (directive: ConstDirectiveNode, name: string): ConstValueNode | undefined =>
  directive.arguments?.find((argument) => argument.name.value === name)?.value;

export function textOf(directive: ConstDirectiveNode, name: string): string | null {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : null;
}

export function flagOf(directive: ConstDirectiveNode, name: string): boolean | null {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.BOOLEAN ? value.value : null;
}
