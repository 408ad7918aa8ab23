import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { removePostgres } from '@onevisit/data/postgres';
import { leftFolders, removeFolder } from '../kit/folder.ts';

/** A run that was killed leaves a database server and a folder in memory: the next one clears them away. */
export async function clearLeftovers(): Promise<void> {
  for (const folder of leftFolders()) {
    const home = join(folder, 'home');
    const isGone = !existsSync(join(home, 'pg')) || (await removePostgres({ home, name: 'dev' }));
    if (isGone) removeFolder(folder);
  }
}
