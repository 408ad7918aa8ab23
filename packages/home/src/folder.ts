import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryRoot } from './repository-root.ts';

/**
 * Where this installation keeps what is its own: ONEVISIT_HOME, else `.onevisit` in the repository. For the user's eyes
 * only; under root it may be passed through, since the database then runs as another account.
 */
export function homeFolder(): string {
  const folder = resolve(process.env['ONEVISIT_HOME'] || join(repositoryRoot(), '.onevisit'));
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  return folder;
}
