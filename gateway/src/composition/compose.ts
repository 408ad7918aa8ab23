import { composeServices } from '@apollo/composition';
import type { DocumentNode } from 'graphql';
import { compositionProblem, type CompositionProblem } from './composition-problem.ts';

/** A subgraph's part in the graph: its name in the supergraph and its schema. */
export type SubgraphSchema = Readonly<{ name: string; typeDefs: DocumentNode }>;

export type Composition =
  | Readonly<{ isComposed: true; supergraphSdl: string }>
  | Readonly<{ isComposed: false; problems: CompositionProblem[] }>;

/**
 * Composes the supergraph from schemas alone, never from running servers: one that is down could keep everybody from
 * working. The addresses in it are names; who mounts the graph says where each is.
 */
export function compose(subgraphs: readonly SubgraphSchema[]): Composition {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}` })),
  );
  if (errors) return { isComposed: false, problems: errors.map(compositionProblem) };
  return { isComposed: true, supergraphSdl: `${supergraphSdl.trimEnd()}\n` };
}
