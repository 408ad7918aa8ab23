import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readRun, repositoryRoot, type Run } from '@onevisit/home';
import { newFolder } from './folder.ts';
import { outboundFile } from './outbound.ts';

export type Mounting = Run['mounting'];

/** Where a stack is: all that a tester needs to reach it. Can be written down and read by another process. */
export type Whereabouts = Readonly<{
  mounting: Mounting;
  /** Holds `home` and what the stack prints. */
  folder: string;
}>;

export type StackRequest = Readonly<{
  mounting: Mounting;
  /** S has petitions; NONE is the reference data alone. */
  citySize: 'NONE' | 'S' | 'M' | 'L';
  /** One that was used before; a new one unless told. */
  folder?: string;
  environment?: NodeJS.ProcessEnv;
}>;

/** A stack that this process has started. */
export type StartedStack = Whereabouts &
  Readonly<{
    pid: number;
    /** Lets it end in order, as Ctrl-C does; answers its exit code. */
    stop: () => Promise<number | null>;
    /** kill -9. */
    kill: () => Promise<void>;
  }>;

export const homeOf = ({ folder }: Whereabouts): string => join(folder, 'home');
export const logOf = ({ folder }: Whereabouts): string => readFileSync(join(folder, 'stack.log'), 'utf8');

/** Where it runs; throws with the end of its log where it does not. */
export function runOf(stack: Whereabouts): Run {
  const run = readRun(homeOf(stack));
  if (!run) throw new Error(`the stack does not run. The end of its log:\n${logTail(stack)}`);
  return run;
}

export const logTail = (stack: Whereabouts, lines = 30): string => logOf(stack).split('\n').slice(-lines).join('\n');

/** `npm start` or `npm run start:split` with an installation of its own; returns when it is ready. */
export async function startStack(request: StackRequest): Promise<StartedStack> {
  const { mounting, folder = newFolder(mounting) } = request;
  const child = spawned({ ...request, folder });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  const stack = { mounting, folder };
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  while (!logOf(stack).includes('ready http://')) {
    if (hasEnded()) throw new Error(`the stack ended with ${child.exitCode}:\n${logTail(stack)}`);
    await pause(20);
  }
  const end = (signal: NodeJS.Signals) => {
    if (!hasEnded()) child.kill(signal);
    return exit;
  };
  return {
    ...stack,
    pid: child.pid ?? 0,
    stop: () => end('SIGINT'),
    kill: async () => void (await end('SIGKILL')),
  };
}

function spawned({ mounting, folder, citySize, environment }: StackRequest & Readonly<{ folder: string }>) {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const log = join(folder, 'stack.log');
  writeFileSync(log, '', { mode: 0o600 });
  const output = openSync(log, 'a');
  const start = join(repositoryRoot(), 'gateway', 'src', 'commands', 'start.ts');
  const child = spawn(process.execPath, [start, ...(mounting === 'split' ? ['--split'] : [])], {
    env: {
      ...ownEnvironment(),
      ...watched(folder),
      ONEVISIT_HOME: home,
      CITY_SIZE: citySize,
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return child;
}

/** Ours, without what would lead a stack elsewhere, or what Jest leaves there for its own processes. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_COMPILE_CACHE: _cache, HOST: _host, ...rest } = process.env;
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !leadsElsewhere.test(name)));
}

const leadsElsewhere = /^(DATABASE_|OIDC_)|_URL$/;

/** Every Node process of the stack is kept on this machine, and ends with the tests. */
const watched = (folder: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=${new URL('loopback-only.ts', import.meta.url).href}`,
  ONEVISIT_E2E_OUTBOUND: outboundFile(folder),
  ONEVISIT_E2E_TESTER: String(process.pid),
});
