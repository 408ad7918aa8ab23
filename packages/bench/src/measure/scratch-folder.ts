import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopProcesses } from '../processes/server-process.ts';
import type { Undo } from '../undo.ts';

/** Where all installations of the run are, until it ends. */
export function scratchFolder(undo: Undo): string {
  const folder = mkdtempSync(join(tmpdir(), 'onevisit-bench-'));
  // PostgreSQL may have to run as another account: it passes through.
  chmodSync(folder, 0o711);
  undo.push(async () => {
    await stopProcesses();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
