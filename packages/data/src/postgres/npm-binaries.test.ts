import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { completed, privateCopy } from './npm-binaries.ts';

let folder: string;
let native: string;

/** A package as npm leaves it when it skips install scripts. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'binaries-'));
  native = join(folder, 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  mkdirSync(join(native, 'lib'));
  writeFileSync(join(native, 'bin', 'postgres'), '', { mode: 0o644 });
  writeFileSync(join(native, 'lib', 'libicuuc.so.60.2'), 'library');
  const links = [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }];
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
});

afterEach(() => rmSync(folder, { recursive: true }));

const library = (place: string) => readFileSync(join(place, 'lib', 'libicuuc.so.60'), 'utf8');
const modeOf = (...path: string[]) => statSync(join(...path)).mode & 0o777;

describe('completed', () => {
  it('makes the links and the rights that a skipped install script left out', () => {
    completed(native);
    expect(library(native)).toBe('library');
    expect(modeOf(native, 'bin', 'postgres')).toBe(0o755);
  });

  it('can be repeated', () => {
    completed(native);
    completed(native);
    expect(library(native)).toBe('library');
  });
});

describe('privateCopy', () => {
  it('is complete, and open to the account that shall run it', () => {
    chmodSync(join(native, 'bin'), 0o700);
    const copy = privateCopy(native, folder, { name: 'nobody', uid: 65_534, gid: 65_534 });
    expect(library(copy)).toBe('library');
    expect([modeOf(copy, 'bin'), modeOf(copy, 'bin', 'postgres'), modeOf(copy, 'lib', 'libicuuc.so.60.2')]).toEqual([
      0o755, 0o755, 0o644,
    ]);
  });

  it('is made once, whole or not at all', () => {
    mkdirSync(join(folder, 'native-broken.new'));
    const copy = privateCopy(native, folder, null);
    writeFileSync(join(copy, 'lib', 'libicuuc.so.60.2'), 'first');
    expect(library(privateCopy(native, folder, null))).toBe('first');
    expect(readdirSync(folder).filter((name) => name === `${copy}.new`)).toEqual([]);
  });
});
