import type { Viewer } from '@onevisit/kernel';
import { createExecutor, type MaskedResult, type Subgraph } from '@onevisit/subgraph';

export type Variables = Readonly<Record<string, unknown>>;

/** One operation as the gateway sends it: validated, errors masked. */
export const execute = (
  subgraph: Subgraph,
  viewer: Viewer,
  query: string,
  variables: Variables = {},
): Promise<MaskedResult> => createExecutor(subgraph)({ query, variables }, viewer);
