import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const mostPatience = 180_000;
const pause = 25;

/**
 * Runs work while no other process does, whatever becomes of us: SQLite takes the operating system's own lock on the
 * file, and that ends with the process that holds it. There is no stale lock to be guessed at.
 */
export async function withFileLock<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  const until = Date.now() + mostPatience;
  let release = tryLock(file, 0);
  while (!release) {
    if (Date.now() > until) throw new FileLockError(file);
    await new Promise((wake) => setTimeout(wake, pause));
    release = tryLock(file, 0);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** As `withFileLock`, for work of a few milliseconds: it blocks the process while it waits. */
export function withFileLockSync<Value>(file: string, work: () => Value): Value {
  const release = tryLock(file, 10_000);
  if (!release) throw new FileLockError(file);
  try {
    return work();
  } finally {
    release();
  }
}

/** Another process holds the lock and does not let go of it. */
export class FileLockError extends Error {
  override readonly name = 'FileLockError';

  constructor(file: string) {
    super(`另一进程一直占用 ${file}，请先结束它。 Another process keeps ${file} locked. End it first.`);
  }
}

function tryLock(file: string, timeout: number): (() => void) | null {
  const lock = new DatabaseSync(file, { timeout });
  try {
    lock.exec('begin exclusive');
    chmodSync(file, 0o600);
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

const busy = 5;
const isBusy = (error: unknown): boolean => Error.isError(error) && 'errcode' in error && error.errcode === busy;
