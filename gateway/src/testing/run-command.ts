import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';

export type Outcome = Readonly<{ code: number | null; out: string; told: string }>;

/** Runs one of gateway/src/commands as a person would, with an installation of its own. */
export function runCommand(name: string, given: readonly string[], environment: NodeJS.ProcessEnv): Promise<Outcome> {
  const file = join(repositoryRoot(), 'gateway', 'src', 'commands', `${name}.ts`);
  const child = spawn(process.execPath, [file, ...given], { env: { ...clean(process.env), ...environment } });
  let out = '';
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, told })));
}

/** Without what would lead the command to another installation, or what Jest leaves there for its own processes. */
function clean({ DATABASE_URL: _url, NODE_OPTIONS: _options, ...rest }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return rest;
}
