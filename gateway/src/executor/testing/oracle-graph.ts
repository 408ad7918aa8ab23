import {
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type ASTNode,
  type ConstDirectiveNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export type OracleSubgraph = Readonly<{
  name: string;
  schema: GraphQLSchema;
  resolvers: Readonly<Record<string, ObjectResolvers | undefined>>;
}>;

type ObjectResolvers = Readonly<Record<string, ((...given: readonly unknown[]) => unknown) | undefined>>;

export type OracleGraph = ReadonlyMap<string, OracleSubgraph>;

/** An object, where it was found and what it is called there. */
export class Located {
  readonly subgraph: OracleSubgraph;
  readonly type: string;
  readonly value: object;
  /** Reads the same field of the object that holds this one, from another subgraph. */
  elsewhere: ((subgraph: OracleSubgraph) => Promise<unknown>) | null = null;

  constructor(subgraph: OracleSubgraph, type: string, value: object) {
    this.subgraph = subgraph;
    this.type = type;
    this.value = value;
  }
}

export const isLocated = (value: unknown): value is Located => value instanceof Located;

type Call = (source: object, given: object) => unknown;

/** Resolves a field where this subgraph owns it; null where it does not. */
export function localField(
  graph: OracleGraph,
  subgraph: OracleSubgraph,
  typeName: string,
  fieldName: string,
): Call | null {
  const type = subgraph.schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field || directivesOf(field.astNode, 'external').length > 0) return null;
  if (isTakenOver(graph, subgraph.name, typeName, fieldName)) return null;
  const resolve = subgraph.resolvers[typeName]?.[fieldName];
  return (source, given) => {
    const result = resolve ? resolve(source, given, {}, {}) : (source as Record<string, unknown>)[fieldName];
    return located(result, field.type, subgraph);
  };
}

function located(value: unknown, type: GraphQLOutputType, subgraph: OracleSubgraph): unknown {
  if (value === null || value === undefined) return null;
  if (isNonNullType(type)) return located(value, type.ofType, subgraph);
  if (isListType(type)) return (value as unknown[]).map((element) => located(element, type.ofType, subgraph));
  if (!isCompositeType(type) || typeof value !== 'object') return value;
  return new Located(subgraph, isAbstractType(type) ? typeNameOf(value, type.name, subgraph) : type.name, value);
}

/** What the subgraph says an object of an abstract type is. */
export const typeNameOf = (value: object, abstract: string, { resolvers }: OracleSubgraph): string =>
  String(resolvers[abstract]?.['__resolveType']?.(value));

export const directivesOf = (node: ASTNode | null | undefined, name: string): readonly ConstDirectiveNode[] =>
  node && 'directives' in node
    ? ((node.directives ?? []) as readonly ConstDirectiveNode[]).filter((directive) => directive.name.value === name)
    : [];

export function argumentOf(directive: ConstDirectiveNode | undefined, name: string): string | boolean | null {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && 'value' in value ? value.value : null;
}

/** By `@override` in another subgraph. */
function isTakenOver(graph: OracleGraph, subgraph: string, typeName: string, fieldName: string): boolean {
  return [...graph.values()].some(({ schema }) => {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    return argumentOf(directivesOf(field?.astNode, 'override')[0], 'from') === subgraph;
  });
}
