import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { removePostgres } from '@onevisit/data';
import { runCommand } from '../testing/run-command.ts';
import { aRunningStack, isAlive, spawnStart } from '../testing/running-stack.ts';

jest.setTimeout(120_000);

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'start-'));
  // Whoever runs the database under root has to reach it.
  chmodSync(home, 0o711);
});
afterAll(async () => {
  await removePostgres({ home, name: 'dev' });
  rmSync(home, { recursive: true });
});

const isPostgresRunning = () => globSync(join(home, 'pg', 'dev-*', 'postmaster.pid')).length > 0;
const tokenOf = async (persona: string) => (await runCommand('token', [persona], { ONEVISIT_HOME: home })).out.trim();

const question = '{ organization(code: "990102-LETT") { code level } }';
const answer = { organization: { code: '990102-LETT', level: 'COUNTY' } };

describe('npm start', () => {
  it('that is killed while it loads the city completes it at the next start', async () => {
    const killed = spawnStart({ home });
    await killed.printed('loading organizations');
    killed.child.kill('SIGKILL');
    await killed.exit;

    const stack = await aRunningStack({ home });

    expect(await stack.ask(question, await tokenOf('clerk'))).toMatchObject({ data: answer });
    expect(await stack.end('SIGTERM')).toBe(0);
    expect([existsSync(join(home, 'run.json')), isPostgresRunning()]).toEqual([false, false]);
  });

  it('answers, moves the clock when told, and ends in order on Ctrl-C', async () => {
    const stack = await aRunningStack({ home });
    const asked = await stack.ask(question, await tokenOf('clerk'));
    const moved = await runCommand('clock', ['advance', 'P60D'], { ONEVISIT_HOME: home });

    expect(stack.output()).toContain(`ready ${stack.run.url}/graphql\n`);
    expect(asked).toMatchObject({ data: answer, extensions: { sql: expect.any(Number) } });
    expect([moved.code, moved.told]).toEqual([0, '']);
    expect(await stack.end('SIGINT')).toBe(0);
    expect(isPostgresRunning()).toBe(false);
  });

  it('refuses to run twice over one installation, and to be reset', async () => {
    const stack = await aRunningStack({ home });
    const second = spawnStart({ home });
    const reset = await runCommand('reset', [], { ONEVISIT_HOME: home });

    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`It runs already: ${stack.run.url}/graphql`);
    expect([reset.code, isPostgresRunning()]).toEqual([1, true]);
    expect(await stack.end('SIGINT')).toBe(0);
  });

  it('lets one of two that start together run, and the other say where', async () => {
    const both = [spawnStart({ home }), spawnStart({ home })] as const;
    const exits = both.map(({ exit, output }) => exit.then((code) => ({ code, output: output() })));
    const refused = await Promise.race(exits);
    const [running] = both.filter(({ child }) => child.exitCode === null);

    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('It runs already: http://')]);
    expect(running?.output()).toContain('ready http://');
    running?.child.kill('SIGINT');
    expect(await running?.exit).toBe(0);
  });

  it('says that the port it was told is taken, and leaves nothing running', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const start = spawnStart({ home, environment: { PORT: String(port) } });

    expect(await start.exit).toBe(1);
    expect(start.output()).toContain(`端口 ${port} 已被占用`);
    expect(start.output()).toContain(`Port ${port} is taken.`);
    expect([existsSync(join(home, 'run.json')), isPostgresRunning()]).toEqual([false, false]);
    server.close();
  });
});

describe('npm run start:split', () => {
  it('answers the same from processes of their own, which end with it', async () => {
    const stack = await aRunningStack({ home, given: ['--split'] });
    const pids = Object.values(stack.run.subgraphs ?? {}).map(({ pid }) => pid);
    const asked = await stack.ask(question, await tokenOf('clerk'));
    const moved = await runCommand('clock', ['advance', 'P1D'], { ONEVISIT_HOME: home });

    expect(pids.length).toBeGreaterThan(1);
    expect(asked).toMatchObject({ data: answer, extensions: { sql: expect.any(Number) } });
    expect([moved.code, moved.told]).toEqual([0, '']);
    expect(await stack.end('SIGTERM')).toBe(0);
    expect([pids.filter(isAlive), isPostgresRunning()]).toEqual([[], false]);
  });

  it('leaves no process behind when it is killed, and the next start takes the database over', async () => {
    const stack = await aRunningStack({ home, given: ['--split'] });
    const pids = Object.values(stack.run.subgraphs ?? {}).map(({ pid }) => pid);
    await stack.end('SIGKILL');
    while (pids.some(isAlive)) await new Promise((wake) => setTimeout(wake, 50));

    const next = await aRunningStack({ home });
    expect(await next.ask(question, await tokenOf('clerk'))).toMatchObject({ data: answer });
    expect(await next.end('SIGTERM')).toBe(0);
    expect(isPostgresRunning()).toBe(false);
  });
});
