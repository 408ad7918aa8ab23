import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server that the benchmark has started. */
export type ServerProcess = Readonly<{
  pid: number;
  /** What it has said last, for whoever asks why it ended. */
  said: () => string;
  hasEnded: () => boolean;
  stop: () => Promise<void>;
}>;

export type Command = Readonly<{
  program: string;
  given: readonly string[];
  folder: string;
  environment: NodeJS.ProcessEnv;
}>;

const patienceMs = 15_000;
const keptOfOutput = 4_000;
const running = new Set<ChildProcess>();

// Whatever way the benchmark ends, nothing of it goes on.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Ends what is still running: servers that never came to answer. */
export async function stopProcesses(): Promise<void> {
  await Promise.all([...running].map(ended));
}

/** Starts a server; it ends with the benchmark. */
export function startProcess({ program, given, folder, environment }: Command): ServerProcess {
  const child = spawn(program, given, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-keptOfOutput)));
  }
  child.on('error', ({ message }) => (output += message)).on('exit', () => running.delete(child));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    pid: child.pid ?? 0,
    said: () => output,
    hasEnded,
    stop: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (!running.has(child) || child.pid === undefined) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await exit;
  clearTimeout(timer);
}
