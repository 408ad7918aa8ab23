import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivateFile } from './private-file.ts';

/** Where the running installation answers. */
export type Run = Readonly<{
  pid: number;
  port: number;
  url: string;
  mounting: 'all-in-one' | 'split';
  /** ISO 8601, by the real clock. */
  startedAt: string;
  /** The subgraphs that are served by processes of their own. */
  subgraphs?: Readonly<Record<string, Readonly<{ pid: number; port: number }>>>;
}>;

export const writeRun = (home: string, run: Run): void =>
  writePrivateFile(runFile(home), `${JSON.stringify(run, null, 2)}\n`);

/** The run under way; null where there is none, or where its process has gone without a word. */
export function readRun(home: string): Run | null {
  const run = noted(home);
  return run && isAlive(run.pid) ? run : null;
}

/** To be called by the run that ends; leaves the note of another one alone. */
export function forgetRun(home: string, pid: number = process.pid): void {
  if (noted(home)?.pid === pid) rmSync(runFile(home), { force: true });
}

const noted = (home: string): Run | null => readJson(runFile(home)) as Run | null;
const runFile = (home: string): string => join(home, 'run.json');

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return Error.isError(error) && 'code' in error && error.code === 'EPERM';
  }
}
