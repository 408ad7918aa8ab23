import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  defaultFieldResolver,
  execute,
  GraphQLError,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { isJsonObject } from '../json-object.ts';
import type { SubgraphClient, SubgraphResult } from '../subgraph-client.ts';
import { fateOf, type Trouble } from './fate.ts';
import { withLies } from './lies.ts';

type ResolverMap = Exclude<Parameters<typeof buildSubgraphSchema>[0], DocumentNode | unknown[]>['resolvers'] & {};

/** A subgraph that a test holds in memory. */
export type TestSubgraph = Readonly<{
  name: string;
  typeDefs: string;
  resolvers: ResolverMap;
  /** Name of a type that it does not tell of entities. */
  untoldType?: string;
}>;

/** One request that a subgraph got. */
export type SeenRequest = Readonly<{ service: string; query: string; variables: Readonly<Record<string, unknown>> }>;

/** What an operation of a test carries along. */
export type TestContext = Readonly<{ trouble: Trouble; seen: SeenRequest[] }>;

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external",
  "@requires", "@provides", "@shareable", "@override", "@interfaceObject", "@inaccessible"])`;

export const typeDefsOf = ({ typeDefs }: TestSubgraph): DocumentNode => parse(`${link}\n${typeDefs}`);

/** Answers as a conforming server would, but for the trouble that a test asks for. */
export function testClient(subgraph: TestSubgraph): SubgraphClient<TestContext> {
  const schema = troubled(buildSubgraphSchema({ typeDefs: typeDefsOf(subgraph), resolvers: subgraph.resolvers }));
  return {
    fetch: async ({ query, document, variables, operationName }, context) => {
      context.seen.push({ service: subgraph.name, query, variables });
      const result = await execute({
        schema,
        document,
        variableValues: variables,
        operationName,
        contextValue: context,
      });
      // As if it had come over the wire: nobody else holds any part of it.
      const sent = JSON.parse(JSON.stringify(result)) as SubgraphResult;
      withoutType(sent.data?.['_entities'], subgraph.untoldType);
      return { ...sent, data: withLies(sent.data, subgraph.name, context.trouble) };
    },
  };
}

function withoutType(entities: unknown, name: string | undefined): void {
  if (!Array.isArray(entities)) return;
  for (const entity of entities) if (isJsonObject(entity) && entity['__typename'] === name) delete entity['__typename'];
}

/** Every field may fail or be null, for whatever the test says; a field that subgraphs share does so in each of them. */
function troubled(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      const coordinate = `${type.name}.${field.name}`;
      field.resolve = troubledField(coordinate, field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

const troubledField =
  (place: string, resolve: GraphQLFieldResolver<unknown, TestContext>): GraphQLFieldResolver<unknown, TestContext> =>
  (source, given, context, info) => {
    const fate = fateOf(context.trouble, `${place} ${identityOf(source)}`);
    if (fate === 'FAILS') throw failure(place, identityOf(source));
    return fate === 'NULL' ? null : resolve(source, given, context, info);
  };

/** Tells in its message which object failed, so that a test can see whether a path leads to it. */
const failure = (place: string, identity: string): GraphQLError =>
  new GraphQLError(`${place} of <${identity}> failed`, {
    extensions: place.length % 2 ? { code: 'TEST_FAILURE' } : {},
  });

function identityOf(source: unknown): string {
  if (typeof source !== 'object' || source === null) return '';
  const { id, of } = source as Readonly<{ id?: string; of?: string }>;
  return id ?? of ?? '';
}
