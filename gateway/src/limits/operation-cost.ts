import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ListSize, Prices } from './list-sizes.ts';

export type CostedOperation = Readonly<{
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}>;

/** What a list costs that says nothing of its size. */
const unknownSize = 100;
/** One act writes to several tables and an event log. */
const mutationWeight = 10;

/**
 * 查询代价: an object is 1 point, a leaf is free, a list is what one of it costs times what it may hold. Decided from
 * the document and its variables alone, before anything is asked of a subgraph.
 */
export function costOf(schema: GraphQLSchema, prices: Prices, costed: CostedOperation): number {
  const root = schema.getRootType(costed.operation.operation);
  if (!root) return 0;
  const memo = new Map<string, number>();

  const ofSelections = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType, sized: Sized): number =>
    selections.reduce((total, selection) => {
      if (selection.kind === Kind.FIELD) return total + ofField(selection, parent, sized);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return total + ofFragment(selection.name.value, parent, sized);
      return total + ofSelections(selection.selectionSet, narrowed(selection.typeCondition?.name.value, parent), sized);
    }, 0);

  const narrowed = (name: string | undefined, parent: GraphQLCompositeType): GraphQLCompositeType => {
    const type = name === undefined ? parent : schema.getType(name);
    return isCompositeType(type) ? type : parent;
  };

  const ofFragment = (name: string, parent: GraphQLCompositeType, sized: Sized): number => {
    const key = `${name}|${parent.name}|${sized.count}|${sized.fields.join()}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const fragment = costed.fragments.get(name);
    const cost = fragment
      ? ofSelections(fragment.selectionSet, narrowed(fragment.typeCondition.name.value, parent), sized)
      : 0;
    memo.set(key, cost);
    return cost;
  };

  const ofField = (node: FieldNode, parent: GraphQLCompositeType, sized: Sized): number => {
    const field = fieldOf(schema, parent, node.name.value);
    if (!field) return 0;
    const place = `${parent.name}.${node.name.value}`;
    const type = getNamedType(field.type);
    const own = prices.weights.get(place) ?? prices.weights.get(type.name) ?? weightOf(schema, parent, type);
    const listSize = prices.listSizes.get(place);
    const count = listSize ? sizeOf(listSize, { node, place, variables: costed.variables }, prices) : unknownSize;
    const below = (next: Sized): number =>
      node.selectionSet && isCompositeType(type) ? ofSelections(node.selectionSet, type, next) : 0;
    // The size that a connection's argument gives belongs to its edges.
    if (!isList(field.type)) return own + below({ count, fields: listSize?.sizedFields ?? [] });
    const times = sized.fields.includes(node.name.value) ? sized.count : count;
    return times * (own + below(unsized));
  };

  return ofSelections(costed.operation.selectionSet, root, unsized);
}

type Sized = Readonly<{ count: number; fields: readonly string[] }>;
const unsized: Sized = { count: 1, fields: [] };

/** A field as it is asked for. */
type Asked = Readonly<{ node: FieldNode; place: string; variables: Readonly<Record<string, unknown>> }>;

function sizeOf(
  { assumedSize, slicingArguments }: ListSize,
  { node, place, variables }: Asked,
  { defaults }: Prices,
): number {
  const asked = slicingArguments.flatMap((name) => {
    const size = argumentValue(node, name, variables) ?? defaults.get(`${place}.${name}`) ?? null;
    return size === null ? [] : [size];
  });
  return asked.length > 0 ? Math.max(0, ...asked) : (assumedSize ?? unknownSize);
}

function argumentValue(node: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): number | null {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return null;
  const given = variables[value.name.value];
  return typeof given === 'number' ? given : null;
}

const fieldOf = (
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined =>
  'getFields' in parent && schema.getType(parent.name) ? parent.getFields()[name] : undefined;

function weightOf(schema: GraphQLSchema, parent: GraphQLCompositeType, type: ReturnType<typeof getNamedType>): number {
  if (parent === schema.getMutationType()) return mutationWeight;
  return isCompositeType(type) ? 1 : 0;
}

const isList = (type: GraphQLOutputType): boolean => (isNonNullType(type) ? isListType(type.ofType) : isListType(type));
