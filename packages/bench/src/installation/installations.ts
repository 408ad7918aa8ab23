import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { repositoryRoot } from '@onevisit/home';
import { measuredEnvironment } from '../processes/environment.ts';
import { freePort } from '../processes/free-port.ts';
import { startProcess } from '../processes/server-process.ts';
import { readyAt } from '../processes/ready.ts';

/** How much of the fictional city is loaded. */
export type CitySize = 'NONE' | 'S' | 'M' | 'L';

/**
 * Installations with the same city, down to ids and keys: what one variant writes is not there for another, and the
 * work of one server is never charged to another.
 */
export async function equalInstallations(
  folder: string,
  size: CitySize,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const first = join(folder, 'loaded');
  makeHome(folder);
  await loadCity(first, size);
  return Object.fromEntries(names.map((name) => [name, copied(first, join(folder, name))]));
}

/** Lets our own stack load the city, handle what is due by now, and end in order. */
async function loadCity(home: string, size: CitySize): Promise<void> {
  makeHome(home);
  const port = await freePort();
  const stack = startProcess({
    program: process.execPath,
    given: [join('gateway', 'src', 'commands', 'start.ts')],
    folder: repositoryRoot(),
    environment: measuredEnvironment({ ONEVISIT_HOME: home, CITY_SIZE: size, PORT: String(port) }),
  });
  try {
    await readyAt(port, stack, 1_800_000);
  } finally {
    await stack.stop();
  }
}

/** Passable, as PostgreSQL may have to run as another account. */
function makeHome(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
}

function copied(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  // Owners and modes as they are: node's own copy keeps neither.
  execFileSync('cp', ['-a', from, to]);
  return to;
}
