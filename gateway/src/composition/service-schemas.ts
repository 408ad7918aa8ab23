import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repositoryRoot } from '@onevisit/home';
import { concatAST, parse, Source, type DocumentNode } from 'graphql';
import type { SubgraphSchema } from './compose.ts';

/** Names of the subgraphs: every folder of services/ that can be served. */
export const serviceNames = (root = repositoryRoot()): readonly string[] =>
  readdirSync(join(root, 'services'))
    .filter((name) => existsSync(join(root, 'services', name, 'src', 'main.ts')))
    .toSorted();

/** The schemas of all services and of the gateway's own part, each definition knowing the file and line it stands in. */
export const serviceSchemas = (root = repositoryRoot()): readonly SubgraphSchema[] => [
  ...serviceNames(root).map((name) => ({ name, typeDefs: schemaIn(join(root, 'services', name, 'schema'), root) })),
  { name: 'gateway', typeDefs: schemaIn(join(root, 'gateway', 'schema'), root) },
];

export function schemaIn(folder: string, root: string): DocumentNode {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return concatAST(files.toSorted().map((name) => parsedFile(join(folder, name), root)));
}

const parsedFile = (file: string, root: string): DocumentNode =>
  parse(new Source(readFileSync(file, 'utf8'), relative(root, file).replaceAll('\\', '/')));
