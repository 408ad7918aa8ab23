import type { FetchContext } from '../sources/subgraph-source.ts';

const operations = new WeakSet<FetchContext>();

/**
 * Notes that a subgraph knows nothing of an entity that another one named, or does not show it to this viewer. What is
 * empty for that reason breaks no contract: what one may not see does not exist.
 */
export const noteHiddenEntity = (context: FetchContext): void => void operations.add(context);

export const hasHiddenEntities = (context: FetchContext): boolean => operations.has(context);
