import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Random } from './random.ts';

/** The variables that an operation declares on its way, and their values. */
export type DeclaredVariables = Readonly<{
  definitions: string[];
  values: Record<string, unknown>;
}>;

/** Arguments as GraphQL text, `(first: 2, from: $v1)`; empty where none is given. */
export function generateArguments(
  given: readonly GraphQLArgument[],
  random: Random,
  declared: DeclaredVariables,
): string {
  const parts = given.flatMap((argument) => {
    const isOptional = !isNonNullType(argument.type) || argument.defaultValue !== undefined;
    if (isOptional && random.oneIn(2)) return [];
    return [`${argument.name}: ${generateArgument(argument, random, declared)}`];
  });
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function generateArgument({ name, type }: GraphQLArgument, random: Random, declared: DeclaredVariables): string {
  const value = generateValue(name, type, random);
  if (random.below(3) > 0) return literal(value, type);
  const variable = `v${declared.definitions.length}`;
  const isDefaulted = random.oneIn(3);
  declared.definitions.push(`$${variable}: ${String(type)}${isDefaulted ? ` = ${literal(value, type)}` : ''}`);
  if (!isDefaulted || random.oneIn(2)) declared.values[variable] = value;
  return `$${variable}`;
}

function generateValue(name: string, type: GraphQLInputType, random: Random): unknown {
  if (isNonNullType(type)) return generateValue(name, type.ofType, random);
  if (isListType(type)) return [0, 1].map(() => generateValue(name, type.ofType, random));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) return generateObject(Object.values(type.getFields()), random);
  if (type.name === 'Int') return 1 + random.below(3);
  return random.pick(textsFor[name] ?? ['e1', 'e2', 'm2', 'p3', 'nobody']);
}

const generateObject = (fields: readonly GraphQLInputField[], random: Random): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter(({ type }) => isNonNullType(type) || random.oneIn(2))
      .map(({ name, type }) => [name, generateValue(name, type, random)]),
  );

/** Values that lead somewhere, and some that do not. */
const textsFor: Readonly<Record<string, readonly string[]>> = {
  slug: ['museum-1', 'museum-2', 'museum-9'],
  museum: ['museum-1', 'museum-3', 'museum-4'],
  email: ['p1@museum.example', 'p4@museum.example', 'nobody@museum.example'],
  ids: ['p1', 'm1', 'p6', 'm3', 'p99'],
  id: ['e1', 'e2', 'e3', 'e5', 'p1', 'r3', 't1', 't9', 'e99'],
  exhibitId: ['e1', 'e2', 'e3'],
};

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type)) {
    const element = type.ofType;
    return `[${Array.isArray(value) ? value.map((each) => literal(each, element)).join(', ') : ''}]`;
  }
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = type.getFields();
  const members = Object.entries(value as Record<string, unknown>).flatMap(([name, member]) => {
    const field = fields[name];
    return field ? [`${name}: ${literal(member, field.type)}`] : [];
  });
  return `{ ${members.join(', ')} }`;
}
