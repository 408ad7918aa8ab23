import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Account } from './account.ts';

export type Outcome = Readonly<{ isGood: boolean; output: string }>;

/** Runs one of PostgreSQL's programs to its end, as the account. */
export const runProgram = (
  program: string,
  given: readonly string[],
  { account, folder }: Readonly<{ account: Account | null; folder: string }>,
): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(program, given, { ...identity(account), cwd: folder, env: environment(), windowsHide: true });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', ({ message }) => resolve({ isGood: false, output: message }));
    child.on('close', (code) => resolve({ isGood: code === 0, output: Buffer.concat(chunks).toString() }));
  });

export const identity = (account: Account | null) => (account ? { uid: account.uid, gid: account.gid } : {});

const passedOn = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP'];

/** No more than the programs need: our own environment holds secrets, and settings that would change a cluster's. */
export const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(passedOn.map((name) => [name, process.env[name]])),
  HOME: tmpdir(),
  LC_ALL: 'C',
  TZ: 'UTC',
});
