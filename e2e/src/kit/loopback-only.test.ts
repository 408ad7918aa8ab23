import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let folder: string;
let record: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  record = join(folder, 'outbound.jsonl');
});
afterAll(() => rmSync(folder, { recursive: true }));

const environment = () => ({
  PATH: process.env['PATH'],
  NODE_OPTIONS: `--import=${join(__dirname, 'loopback-only.ts')}`,
  ONEVISIT_E2E_OUTBOUND: record,
});

/** What a script that reaches out ends with, and what was written down of it. */
function reachingOut(script: string) {
  rmSync(record, { force: true });
  const given = ['--input-type=module', '-e', script];
  const { status } = spawnSync(process.execPath, given, { env: environment(), timeout: 10_000 });
  const lines = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
  return { status, seen: lines.map((line) => JSON.parse(line) as { what: string; target: string }) };
}

// Addresses that are kept for documentation: nothing answers there.
describe('a process that is watched', () => {
  it.each([
    ['fetch by an address', `await fetch('http://192.0.2.1/')`, 'connect', '192.0.2.1'],
    ['fetch by a name', `await fetch('http://telemetry.example/')`, 'connect', 'telemetry.example'],
    [
      'undici',
      `const { request } = await import('undici'); await request('http://192.0.2.1/')`,
      'connect',
      '192.0.2.1',
    ],
    ['https', `(await import('node:https')).get('https://192.0.2.1/')`, 'connect', '192.0.2.1'],
    ['a socket', `(await import('node:net')).connect(443, '192.0.2.1')`, 'connect', '192.0.2.1'],
    [
      'a look-up',
      `await (await import('node:dns/promises')).lookup('telemetry.example')`,
      'lookup',
      'telemetry.example',
    ],
    ['a resolver', `(await import('node:dns')).resolve4('telemetry.example', () => {})`, 'lookup', 'telemetry.example'],
    [
      'a datagram',
      `(await import('node:dgram')).createSocket('udp4').send('x', 9, '192.0.2.1')`,
      'datagram',
      '192.0.2.1',
    ],
    [
      'a child process',
      `const { spawnSync } = await import('node:child_process');
       process.exitCode = spawnSync(process.execPath, ['-e', 'fetch("http://192.0.2.1/").catch(() => process.exit(1))']).status`,
      'connect',
      '192.0.2.1',
    ],
  ])('fails when it tries %s, and it is written down', (_what, script, what, target) => {
    const { status, seen } = reachingOut(script);
    expect(status).not.toBe(0);
    expect(seen).toContainEqual({ pid: expect.any(Number), what, target });
  });

  it('reaches this machine', async () => {
    rmSync(record, { force: true });
    const server = createServer((_request, response) => response.end('here'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const script = `console.log(await (await fetch('http://localhost:${port}/')).text(), await (await fetch('http://127.0.0.1:${port}/')).text())`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: environment() });
    const [told] = (await once(child.stdout, 'data')) as [Buffer];
    server.close();
    expect(told.toString()).toBe('here here\n');
    expect(readFileSync(record, 'utf8')).not.toContain('connect');
  });
});
