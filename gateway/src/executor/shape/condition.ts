import { Kind, type DirectiveNode, type SelectionNode } from 'graphql';
import type { Variables } from '../variables.ts';

/** Whether something is part of the answer for these variables; null where it always is. */
export type Condition = ((variables: Variables) => boolean) | null;

export const never: Condition = () => false;

/** What `@skip` and `@include` say of a selection. */
export function conditionOf({ directives = [] }: SelectionNode): Condition {
  return directives.map(conditionOfDirective).reduce(both, null);
}

export function both(one: Condition, other: Condition): Condition {
  if (!one || !other) return one ?? other;
  if (one === never || other === never) return never;
  return (variables) => one(variables) && other(variables);
}

export function either(one: Condition, other: Condition): Condition {
  if (!one || !other) return null;
  return (variables) => one(variables) || other(variables);
}

function conditionOfDirective({ name, arguments: given = [] }: DirectiveNode): Condition {
  if (name.value !== 'skip' && name.value !== 'include') return null;
  const wanted = name.value === 'include';
  const value = given.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind === Kind.BOOLEAN) return value.value === wanted ? null : never;
  if (value?.kind !== Kind.VARIABLE) return never;
  const variable = value.name.value;
  return (variables) => variables[variable] === wanted;
}
