import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema,
  execute,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import { entityJump } from './oracle-entities.ts';
import { isLocated, localField, type Located, type OracleGraph, type OracleSubgraph } from './oracle-graph.ts';
import { typeDefsOf, type TestSubgraph } from './test-subgraph.ts';

/**
 * What the federation specification says an operation answers, worked out field by field: whoever owns a field is asked
 * for it, by the key of the object in hand. No plan, no merging, nothing in common with an executor.
 */
export function oracleOf(
  subgraphs: readonly TestSubgraph[],
  apiSchema: GraphQLSchema,
): (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown> {
  const graph: OracleGraph = new Map(
    subgraphs.map((subgraph) => {
      const { resolvers } = subgraph;
      const schema = buildSubgraphSchema({ typeDefs: typeDefsOf(subgraph), resolvers });
      return [subgraph.name, { name: subgraph.name, schema, resolvers: resolvers as OracleSubgraph['resolvers'] }];
    }),
  );
  const schema = resolvable(buildSchema(printSchema(apiSchema)), graph);
  return async (query, variables) => {
    const { data } = await execute({ schema, document: parse(query), variableValues: variables });
    return JSON.parse(JSON.stringify(data ?? null)) as unknown;
  };
}

/** Gives every type of the graph the resolvers of its owners. */
function resolvable(schema: GraphQLSchema, graph: OracleGraph): GraphQLSchema {
  const { fieldOf, typeOf } = entityJump(graph);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInterfaceType(type) || isUnionType(type)) {
      type.resolveType = (value) => (isLocated(value) ? typeOf(value) : undefined);
    }
    if (!isObjectType(type)) continue;
    const isRoot = [schema.getQueryType(), schema.getMutationType()].includes(type);
    for (const field of Object.values(type.getFields())) {
      field.resolve = (source, given) =>
        isRoot
          ? rootField(graph, type.name, field.name, given)
          : fieldOf({ object: source as Located, type: type.name }, field.name, given);
    }
  }
  return schema;
}

function rootField(graph: OracleGraph, type: string, field: string, given: object): unknown {
  for (const subgraph of graph.values()) {
    const local = localField(graph, subgraph, type, field);
    if (local) return local({}, given);
  }
  return null;
}
