import { setTimeout as pause } from 'node:timers/promises';

const patience = 30_000;

/** Waits for what comes by itself; looks ten times a second, half a minute at most. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) if (await isSo()) return;
  throw new Error(`waited ${patience / 1_000} s for what did not come`);
}
