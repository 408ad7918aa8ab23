import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './explorer-files.ts';

/**
 * Builds the explorer beside the first start, in a process of its own: the graph answers meanwhile. It ends by itself;
 * where it fails the page says so and the graph goes on.
 */
export function startExplorerBuild(home: string): void {
  if (isBuilt(home)) return;
  const script = fileURLToPath(new URL('build-explorer.ts', import.meta.url));
  const child = spawn(process.execPath, [script, home], { stdio: ['ignore', 'ignore', 'inherit'] });
  const end = (): void => void child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  child.unref();
}
