import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';

export type Outcome = Readonly<{ code: number | null; out: string; told: string }>;

/** Runs one of gateway/src/commands as a person would, with an installation of its own. */
export function runCommand(name: string, given: readonly string[], environment: NodeJS.ProcessEnv): Promise<Outcome> {
  const file = join(repositoryRoot(), 'gateway', 'src', 'commands', `${name}.ts`);
  const child = spawn(process.execPath, [file, ...given], { env: environmentOf(environment) });
  let out = '';
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, told })));
}

/** Ours, without what would lead a command to another installation, or what Jest leaves there for its own processes. */
export function environmentOf(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, NODE_OPTIONS: _options, PORT: _port, NODE_COMPILE_CACHE: _code, ...rest } = process.env;
  return { ...rest, ...environment };
}
