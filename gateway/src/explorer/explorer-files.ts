import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';

/** Where the explorer's sources are, and where it is built to. */
export const sourceFolder = (): string => join(repositoryRoot(), 'gateway', 'explorer');
export const builtFolder = (home: string): string => join(home, 'explorer');

/** A fingerprint of everything that the built explorer depends on: its sources and the versions of its parts. */
export function explorerFingerprint(): string {
  const hash = createHash('sha256');
  const folder = sourceFolder();
  for (const name of readdirSync(folder).toSorted()) hash.update(name).update(readFileSync(join(folder, name)));
  hash.update(readFileSync(join(repositoryRoot(), 'gateway', 'package.json')));
  return hash.digest('hex');
}

const fingerprintFile = 'fingerprint';

/** Whether what is built there was built from these very sources. */
export function isBuilt(home: string): boolean {
  const file = join(builtFolder(home), fingerprintFile);
  return existsSync(file) && readFileSync(file, 'utf8') === explorerFingerprint();
}

export const fingerprintPath = (folder: string): string => join(folder, fingerprintFile);

/** One file of the built explorer, ready to be sent. */
export type ExplorerFile = Readonly<{ body: Buffer; contentType: string }>;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Every built file by its name. A request can name these and nothing else. */
export function explorerFiles(home: string): ReadonlyMap<string, ExplorerFile> {
  const folder = builtFolder(home);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== fingerprintFile)
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((path) => [
      path.slice(folder.length + 1).replaceAll('\\', '/'),
      { body: readFileSync(path), contentType: contentTypes[extname(path)] ?? 'application/octet-stream' },
    ]),
  );
}
