import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Manifest = Readonly<{ version: string }>;

/** What is really installed in a folder, not what was asked for. */
export const installedVersions = (folder: string, packages: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    packages.map((name) => {
      const file = join(folder, 'node_modules', name, 'package.json');
      return [name, (JSON.parse(readFileSync(file, 'utf8')) as Manifest).version];
    }),
  );
