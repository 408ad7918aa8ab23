import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';

export const peerFolder = (name: string): string => join(repositoryRoot(), 'packages', 'bench', 'peers', name);

/** Installs what a peer is made of by its own lock file, unless that is there already. */
export function installPeer(name: string): void {
  const folder = peerFolder(name);
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const wanted = join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.log(`安装 installing ${name}`);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
