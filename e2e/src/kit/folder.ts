import {
  chmodSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '@onevisit/data/postgres';

const room = 2_000_000_000;

/**
 * A new folder for one installation and what it prints: on the RAM disk where there is room, so that its PostgreSQL
 * waits for no disk. Under root the database's account may pass through it.
 */
export function newFolder(name: string): string {
  const folder = mkdtempSync(join(roomyFolder(), `${prefix}${name}-`));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  writeFileSync(join(folder, testerFile), String(process.pid));
  return folder;
}

const prefix = 'onevisit-e2e-';
const testerFile = 'tester.pid';

/** Folders of our own account whose test run was killed before it could clean up. */
export const leftFolders = (): readonly string[] =>
  globSync(join(roomyFolder(), `${prefix}*`)).filter((folder) => {
    const file = join(folder, testerFile);
    const isOurs = statSync(folder).uid === process.getuid?.() && existsSync(file);
    return isOurs && !isRunning(Number(readFileSync(file, 'utf8')));
  });

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > room ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
