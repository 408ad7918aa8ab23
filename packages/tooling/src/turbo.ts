import { spawnSync } from 'node:child_process';

// Turborepo asks a server for news and sends statistics unless told not to; here nothing leaves the machine.
const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
const { status } = spawnSync('turbo', process.argv.slice(2), {
  stdio: 'inherit',
  env: environment,
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
