import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';

type Link = Readonly<{ source: string; target: string }>;

/** Makes what the package's install script makes, since npm, pnpm and bun may skip it: the links between libraries. */
export function completed(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]) : [];
  const place = (path: string) => join(native, relative('native', path));
  try {
    for (const { source, target } of links) linked(place(source), place(target));
    if (process.platform !== 'win32') for (const file of programsIn(native)) makeExecutable(file);
  } catch {
    // A package that may not be written to: the copy is completed instead.
  }
}

function linked(source: string, target: string): void {
  if (existsSync(target)) return;
  rmSync(target, { force: true });
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch {
    copyFileSync(source, target);
  }
}

const programsIn = (native: string): readonly string[] =>
  readdirSync(join(native, 'bin')).map((name) => join(native, 'bin', name));

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/** A copy beside the clusters, for an account that cannot read or run the package where npm has put it. */
export function privateCopy(native: string, base: string, account: Account | null): string {
  const copy = join(base, `native-${digestOf(join(native, 'pg-symlinks.json'), native)}`);
  if (existsSync(copy)) return copy;
  const begun = `${copy}.new`;
  rmSync(begun, { recursive: true, force: true });
  cpSync(native, begun, { recursive: true, verbatimSymlinks: true });
  completed(begun);
  if (account) openToAll(begun);
  renameSync(begun, copy);
  return copy;
}

/** Another version of the package is another copy. */
function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(existsSync(part) && statSync(part).isFile() ? readFileSync(part) : part);
  return hash.digest('hex').slice(0, 12);
}

function openToAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  chmodSync(path, stats.mode | (stats.mode & 0o100 ? 0o555 : 0o444));
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
