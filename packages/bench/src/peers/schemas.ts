import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';

const root = repositoryRoot();

/** Our supergraph as composed, but with the addresses at which its subgraphs are served. */
export function supergraphAt(urlOf: (subgraph: string) => string): string {
  const supergraph = readFileSync(join(root, 'gateway', 'supergraph.graphql'), 'utf8');
  return supergraph.replaceAll(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${urlOf(name)}")`,
  );
}

/** Writes it into a folder; answers where. */
export function writeSupergraph(folder: string, urlOf: (subgraph: string) => string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraphAt(urlOf));
  return file;
}

/** The schema of one of our subgraphs, as its files say it. */
export function subgraphSdl(name: string): string {
  const folder = join(root, 'services', name, 'schema');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}
