import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readRun, repositoryRoot, type Run } from '@onevisit/home';
import { environmentOf } from './run-command.ts';

/** `npm start` as a person would run it, without the city's petitions. */
export type RunningStack = Readonly<{
  run: Run;
  ask: (query: string, token?: string) => Promise<unknown>;
  /** Everything that it has printed. */
  output: () => string;
  /** Sends a signal and returns its exit code, null where it was killed. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
}>;

export type Start = Readonly<{ home: string; given?: readonly string[]; environment?: NodeJS.ProcessEnv }>;

/** Starts without waiting. */
export function spawnStart({ home, given = [], environment = {} }: Start) {
  const file = join(repositoryRoot(), 'gateway', 'src', 'commands', 'start.ts');
  const child = spawn(process.execPath, [file, ...given], {
    env: environmentOf({ ONEVISIT_HOME: home, CITY_SIZE: 'NONE', ...environment }),
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  /** Returns when a line contains the text; throws when it ends first. */
  const printed = async (text: string): Promise<void> => {
    while (!output.includes(text)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${output}`);
      await new Promise((wake) => setTimeout(wake, 20));
    }
  };
  return { child, exit, printed, output: () => output };
}

export async function aRunningStack(start: Start): Promise<RunningStack> {
  const { child, exit, printed, output } = spawnStart(start);
  await printed('ready http://');
  const run = readRun(start.home);
  if (!run) throw new Error(`it did not say where it runs: ${output()}`);
  return {
    run,
    output,
    ask: (query, token) => askAt(run.url, query, token),
    end: (signal) => {
      child.kill(signal);
      return exit;
    },
  };
}

async function askAt(url: string, query: string, token?: string): Promise<unknown> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}

/** Whether a process is there and not only waiting to be buried. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
