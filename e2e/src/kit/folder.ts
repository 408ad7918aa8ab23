import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const room = 2_000_000_000;

/**
 * A new folder for one installation and what it prints: on the RAM disk where there is room, so that its PostgreSQL
 * waits for no disk. Under root the database's account may pass through it.
 */
export function newFolder(name: string): string {
  const folder = mkdtempSync(join(roomyFolder(), `onevisit-e2e-${name}-`));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > room ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
