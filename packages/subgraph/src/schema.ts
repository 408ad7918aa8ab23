import { readdirSync, readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { concatAST, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { scalars } from './scalars.ts';

/** Reads every .graphql file of a service's schema folder as one document. */
export function readSchema(folder: URL): DocumentNode {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return concatAST(files.toSorted().map((name) => parse(readFileSync(new URL(name, folder), 'utf8'))));
}

export const buildSchema = (typeDefs: DocumentNode, resolvers: object): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs, resolvers: { ...scalars, ...resolvers } });
