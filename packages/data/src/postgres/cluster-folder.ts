import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { canReach, type Account } from './account.ts';

const roomForTests = 1_500_000_000;

/**
 * The folder of the clusters: `<home>/pg`. A fast one is on the RAM disk when there is room (Docker's default has
 * none). Where another account runs the server and cannot reach the home, the machine's own place for such data.
 */
export function clusterFolder(home: string, fast: boolean, account: Account | null): string {
  const root = realpathSync(home);
  const inMemory = fast ? memoryFolder(root) : null;
  if (inMemory) return opened(inMemory, account);
  const usual = join(root, 'pg');
  return opened(account && !canReach(account, usual) ? join('/var/lib/onevisit', digest(root)) : usual, account);
}

/** Null where there is no RAM disk, too little room, or where somebody else has taken the name. */
function memoryFolder(root: string): string | null {
  const disk = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(disk);
    if (process.platform !== 'linux' || bavail * bsize < roomForTests) return null;
    const folder = join(disk, `onevisit-${process.getuid?.()}-${digest(root)}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stats = lstatSync(folder);
    return stats.isDirectory() && stats.uid === process.getuid?.() ? folder : null;
  } catch {
    return null;
  }
}

/** The account passes through and lists nothing. */
function opened(folder: string, account: Account | null): string {
  mkdirSync(folder, { recursive: true, mode: account ? 0o711 : 0o700 });
  if (account) chmodSync(folder, 0o711);
  return folder;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
