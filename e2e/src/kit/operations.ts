import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Variables } from './answer.ts';

/** One way into the graph, made from its schema: asked for with text of one's choice wherever text is. */
export type Operation = Readonly<{
  name: string;
  document: string;
  /** Everything filled in, and each thing that may be left out on its own: `filter: { handlerId }`. */
  variants: (text: string) => readonly Variables[];
  /** Only what has to be given. */
  least: (text: string) => Variables;
}>;

export const queriesIn = (schema: GraphQLSchema): readonly Operation[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => operationOf('query', field));

export const mutationsIn = (schema: GraphQLSchema): readonly Operation[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => operationOf('mutation', field));

function operationOf(kind: 'query' | 'mutation', { name, args, type }: GraphQLField<unknown, unknown>): Operation {
  const given = args.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
  const passed = args.map((one) => `${one.name}: $${one.name}`).join(', ');
  const selection = kind === 'query' ? '{ __typename }' : '{ errors { code } }';
  const document = `${kind} ${given && `(${given})`} { answer: ${name} ${passed && `(${passed})`} ${isLeafType(getNamedType(type)) ? '' : selection} }`;
  return {
    name,
    document,
    variants: (text) => variantsOf(args, text),
    least: (text) => needed(args, text),
  };
}

type Field = Readonly<{ name: string; type: GraphQLInputType }>;

function variantsOf(fields: readonly Field[], text: string): readonly Variables[] {
  const all = Object.fromEntries(fields.map(({ name, type }) => [name, filled(type, text)]));
  const alone = fields.flatMap(({ name, type }): readonly Variables[] => {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isInputObjectType(inner)) {
      const parts = variantsOf(Object.values(inner.getFields()), text);
      return parts.map((part) => ({ ...needed(fields, text), [name]: part }));
    }
    return isNonNullType(type) ? [] : [{ ...needed(fields, text), [name]: all[name] }];
  });
  return [all, ...alone];
}

const needed = (fields: readonly Field[], text: string): Variables =>
  Object.fromEntries(
    fields.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, filled(type, text)]),
  );

/** A value that the type takes, with the text wherever text is. */
function filled(type: GraphQLInputType, text: string): unknown {
  if (isNonNullType(type)) return filled(type.ofType, text);
  if (isListType(type)) return [filled(type.ofType, text)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, filled(field.type, text)]));
  }
  return byScalar[type.name] ?? text;
}

const byScalar: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Date: '2026-05-09',
  DateTime: '2026-05-09T00:00:00Z',
  Float: 1,
  Int: 1,
};
