import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunning, type PostgresRequest } from '../postgres/index.ts';
import { readJson, writePrivateFile } from '@onevisit/home';

/** Starts the process that ends the test cluster when nobody uses it any more, unless one watches already. */
export function ensureReaper({ home }: PostgresRequest): void {
  const file = join(home, 'test-reaper.json');
  const watching = readJson(file) as Readonly<{ pid: number }> | null;
  if (watching && isRunning(watching.pid)) return;
  const reap = fileURLToPath(new URL('./reap.ts', import.meta.url));
  const reaper = spawn(process.execPath, [reap, home], { cwd: home, detached: true, stdio: 'ignore' });
  reaper.unref();
  writePrivateFile(file, JSON.stringify({ pid: reaper.pid ?? 0 }));
}
