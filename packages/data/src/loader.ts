import DataLoader from 'dataloader';
import { groupBy } from './group-by.ts';

/** Loads one thing per id; all that is asked for in one tick is read in one statement. One set per operation. */
export const oneById = <Row>(
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): DataLoader<string, Row | null> =>
  new DataLoader<string, Row | null>(async (ids) => {
    const found = new Map((await read(ids)).map((row) => [idOf(row), row]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** Loads the children of each parent; all parents of one tick in one statement. */
export const manyByParent = <Row>(
  read: (parentIds: readonly string[]) => Promise<readonly Row[]>,
  parentOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> =>
  new DataLoader<string, readonly Row[]>(async (parentIds) => {
    const groups = groupBy(await read(parentIds), parentOf);
    return parentIds.map((id) => groups.get(id) ?? []);
  });

/** A family of loaders, one for each set of arguments: `timeline(first: 2)` beside `timeline(first: 5)`. */
export function perArguments<Arguments extends object, Loader>(make: (given: Arguments) => Loader) {
  const loaders = new Map<string, Loader>();
  return (given: Arguments): Loader => {
    const key = JSON.stringify(given);
    const loader = loaders.get(key) ?? make(given);
    loaders.set(key, loader);
    return loader;
  };
}
