import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withFileLockSync } from './file-lock.ts';

/** Writes a file that only its owner reads. Whoever reads it meanwhile finds the old or the new text, never a part. */
export function writePrivateFile(file: string, text: string): void {
  const written = `${file}.${process.pid}.new`;
  const descriptor = openSync(written, 'w', 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(written, file);
}

/** The text of a file that is made once, by the first who asks, though several processes ask together. */
export function madeOnce(file: string, make: () => string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  return withFileLockSync(join(dirname(file), '.lock'), () => {
    if (!existsSync(file)) writePrivateFile(file, make());
    return readFileSync(file, 'utf8');
  });
}

/** What a file holds as JSON; null where there is none. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (Error.isError(error) && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
