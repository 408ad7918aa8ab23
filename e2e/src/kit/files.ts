import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in those of these files that are there, by their names. */
export const readFilesUnder = (folder: string, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
