import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import { DataSource } from 'typeorm';

const { DATABASES, ONEVISIT_BENCH_VIEWERS, PORT, REPOSITORY } = process.env;
const viewers = new Map(Object.entries(JSON.parse(readFileSync(ONEVISIT_BENCH_VIEWERS, 'utf8'))));

/** Connects TypeORM to one database. */
export async function connect(database, entities) {
  const url = JSON.parse(readFileSync(DATABASES, 'utf8'))[database];
  return new DataSource({ type: 'postgres', url, entities, synchronize: false }).initialize();
}

/** The schema of the service itself: the same graph, other resolvers. */
function typeDefsOf(service) {
  const folder = join(REPOSITORY, 'services', service, 'schema');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return parse(files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n'));
}

/** As "Apollo Server as a subgraph" shows it: a standalone server with a context for each request. */
export async function serve(service, resolvers, contextOf) {
  const server = new ApolloServer({ schema: buildSubgraphSchema({ typeDefs: typeDefsOf(service), resolvers }) });
  await startStandaloneServer(server, {
    context: async ({ req }) => {
      const viewer = viewers.get(req.headers['x-onevisit-viewer']);
      if (!viewer) throw new GraphQLError('unknown caller', { extensions: { code: 'UNAUTHENTICATED' } });
      return { viewer, ...contextOf(viewer) };
    },
    listen: { host: '127.0.0.1', port: Number(PORT) },
  });
}

/** Rows in the order of the keys that they were asked for by. */
export function inOrder(keys, rows, keyOf) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** A connection, as far as the measured operations ask for it. */
export const connection = (rows, first) => ({
  edges: rows.slice(0, first).map((node) => ({ cursor: node.id, node })),
  pageInfo: { hasNextPage: rows.length > first, endCursor: null },
});
