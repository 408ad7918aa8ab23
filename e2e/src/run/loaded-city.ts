import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newFolder, removeFolder } from '../kit/folder.ts';
import { homeOf, runOf, startStack, type Whereabouts } from '../kit/stack.ts';
import { clearLeftovers } from './leftovers.ts';

let loaded: Promise<Whereabouts> | null = null;

/**
 * A new folder with an installation that holds a whole city, its explorer built. Loading is what takes the time: it is
 * done once for a run, and each mounting gets a copy.
 */
export async function folderWithCity(name: string): Promise<string> {
  loaded ??= load();
  const city = await loaded;
  const folder = newFolder(name);
  // Files keep their owners: under root the database runs as somebody else.
  execFileSync('cp', ['-a', homeOf(city), join(folder, 'home')]);
  return folder;
}

export async function forgetCity(): Promise<void> {
  const city = await loaded;
  loaded = null;
  if (city) removeFolder(city.folder);
}

async function load(): Promise<Whereabouts> {
  await clearLeftovers();
  const stack = await startStack({ mounting: 'all-in-one', citySize: 'S' });
  await explorerBuilt(runOf(stack).url);
  await stack.stop();
  return stack;
}

const patience = 300_000;

async function explorerBuilt(url: string): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(200)) {
    const { status } = await fetch(`${url}/explorer`);
    if (status !== 503) return;
  }
  throw new Error('the explorer was not built');
}
