import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { endUnusedPostgres, ensurePostgres, removePostgres, type Postgres } from './index.ts';
import type { ClusterState } from './cluster.ts';
import { isRunning } from './process.ts';

// One folder for all: making a cluster is what takes the time. Each test leaves the server stopped.
let home: string;
const request = () => ({ home, name: 'dev' });
const dataDirectory = () =>
  join(home, 'pg', readdirSync(join(home, 'pg')).find((name) => /^dev-\d+$/.test(name)) ?? '');
const state = () => JSON.parse(readFileSync(`${dataDirectory()}.json`, 'utf8')) as ClusterState;
const postmasterPid = () => Number(readFileSync(join(dataDirectory(), 'postmaster.pid'), 'utf8').split('\n')[0]);
const isUp = () => existsSync(join(dataDirectory(), 'postmaster.pid')) && isRunning(postmasterPid());

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'postgres-'));
  chmodSync(home, 0o711);
  const postgres = await ensurePostgres(request());
  await postgres.stop();
});

afterEach(() => {
  if (isUp()) throw new Error('a server was left running');
});

afterAll(() => rmSync(home, { recursive: true }));

async function answerOf(postgres: Postgres): Promise<unknown> {
  const client = new Client(postgres.urlOf('postgres'));
  await client.connect();
  const { rows } = await client.query(`select current_setting('data_directory') as folder`);
  await client.end();
  return rows[0];
}

describe('ensurePostgres', () => {
  it('starts a server that answers, on loopback only, with passwords', async () => {
    const postgres = await ensurePostgres(request());
    expect(await answerOf(postgres)).toEqual({ folder: postgres.dataDirectory });
    expect({ ...postgres }).toMatchObject({ isForeign: false, owner: true });
    const stranger = new Client({ connectionString: postgres.urlOf('postgres').replace(/:[^:@]+@/, ':guess@') });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
    await postgres.stop();
  });

  it('keeps passwords and data for the eyes of their owner', async () => {
    expect(statSync(`${dataDirectory()}.json`).mode & 0o777).toBe(0o600);
    expect(statSync(dataDirectory()).mode & 0o777).toBe(0o700);
  });

  it('joins the server that runs already', async () => {
    const first = await ensurePostgres(request());
    const second = await ensurePostgres(request());
    expect([second.port, second.dataDirectory]).toEqual([first.port, first.dataDirectory]);
    await first.stop();
    expect(await answerOf(second)).toEqual({ folder: second.dataDirectory });
    await second.stop();
  });

  it('has one maker and one server for six processes that start together', async () => {
    const six = await Promise.all(Array.from({ length: 6 }, () => anotherProcess('await postgres.stop();')));
    expect(six.filter(({ answer }) => answer.owner)).toHaveLength(1);
    expect(new Set(six.map(({ answer }) => answer.port)).size).toBe(1);
    await Promise.all(six.map(({ end }) => end()));
  });

  it('takes over the server of a process that was killed, and stops it', async () => {
    const killed = await inAnotherProcess(`process.kill(process.pid, 'SIGKILL');`);
    const orphan = postmasterPid();
    const postgres = await ensurePostgres(request());
    expect([killed.owner, postgres.owner, postmasterPid()]).toEqual([true, true, orphan]);
    await postgres.stop();
    expect(isRunning(orphan)).toBe(false);
  });

  it('recovers what a killed server had committed', async () => {
    const killed = await ensurePostgres(request());
    const client = new Client(killed.urlOf('postgres'));
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table kept (id int); insert into kept values (7)');
    process.kill(postmasterPid(), 'SIGKILL');
    await new Promise<void>((resolve) => void client.once('end', resolve));

    const postgres = await ensurePostgres(request());
    const after = new Client(postgres.urlOf('postgres'));
    await after.connect();
    const { rows } = await after.query('select * from kept');
    await after.query('drop table kept');
    await after.end();

    expect(rows).toEqual([{ id: 7 }]);
    await postgres.stop();
    await killed.stop();
  });

  it('finds another port where its own is taken', async () => {
    const taken = await listening(state().port);
    const postgres = await ensurePostgres(request());
    expect(postgres.port).not.toBe(portOf(taken));
    expect(await answerOf(postgres)).toEqual({ folder: postgres.dataDirectory });
    taken.close();
    await postgres.stop();
  });

  it.each([
    ['that belongs to another program now', () => process.pid],
    ['that nobody has', () => 4_000_000],
  ])('starts over the note of a server that is gone, with a pid %s', async (_what, pid) => {
    const note = join(dataDirectory(), 'postmaster.pid');
    writeFileSync(note, `${pid()}\n${dataDirectory()}\n0\n${state().port}\n\n127.0.0.1\n\nready\n`);
    const { uid, gid } = statSync(dataDirectory());
    chownSync(note, uid, gid);
    const postgres = await ensurePostgres(request());
    expect(await answerOf(postgres)).toEqual({ folder: postgres.dataDirectory });
    await postgres.stop();
  });

  it('clears away what a killed initdb has left', async () => {
    const scrap = `${dataDirectory()}.init-1`;
    mkdirSync(scrap);
    rmSync(`${dataDirectory()}.json`);
    rmSync(dataDirectory(), { recursive: true });

    const postgres = await ensurePostgres(request());

    expect(readdirSync(join(home, 'pg')).filter((name) => name.includes('init-'))).toEqual([]);
    await postgres.stop();
  });

  it('refuses to go on without the password of data that is there', async () => {
    const [file, kept] = [`${dataDirectory()}.json`, JSON.stringify(state())];
    rmSync(file);
    await expect(ensurePostgres(request())).rejects.toThrow('with its password is gone');
    writeFileSync(file, kept, { mode: 0o600 });
  });

  it('says in both languages what to do where no PostgreSQL runs', async () => {
    process.env['ONEVISIT_PG_HOME'] = join(home, 'nowhere');
    const refusal = ensurePostgres(request());
    await expect(refusal).rejects.toThrow(/没有可用的 PostgreSQL[^]*No PostgreSQL[^]*nowhere/);
    delete process.env['ONEVISIT_PG_HOME'];
  });

  it('uses the server of DATABASE_URL and touches nothing here', async () => {
    process.env['DATABASE_URL'] = 'postgres://app@db.example:6432/any?sslmode=require';
    const postgres = await ensurePostgres({ home: join(home, 'untouched'), name: 'dev' });
    delete process.env['DATABASE_URL'];
    expect(postgres).toMatchObject({ isForeign: true, owner: false, port: 6432, dataDirectory: null });
    expect(existsSync(join(home, 'untouched'))).toBe(false);
    await postgres.stop();
  });
});

describe('endUnusedPostgres', () => {
  it('leaves a server alone that a living process uses', async () => {
    const postgres = await ensurePostgres(request());
    expect(await endUnusedPostgres(request())).toBe(false);
    await postgres.stop();
  });

  it('stops the server of processes that ended without a word', async () => {
    await inAnotherProcess('process.exit();');
    expect(isUp()).toBe(true);
    expect(await endUnusedPostgres(request())).toBe(true);
  });

  it('has nothing to do where none runs', async () => {
    expect(await endUnusedPostgres(request())).toBe(true);
  });
});

describe('removePostgres', () => {
  it('leaves a server alone that a living process uses', async () => {
    const postgres = await ensurePostgres(request());
    expect(await removePostgres(request())).toBe(false);
    expect(await answerOf(postgres)).toEqual({ folder: postgres.dataDirectory });
    await postgres.stop();
  });

  it('stops the server that nobody uses, and leaves nothing of it', async () => {
    await inAnotherProcess('process.exit();');
    const pid = postmasterPid();
    expect(await removePostgres(request())).toBe(true);
    expect(isRunning(pid)).toBe(false);
    expect(readdirSync(join(home, 'pg'))).toEqual(['dev.lock']);
  });
});

type Started = Readonly<{ answer: Pick<Postgres, 'owner' | 'port'>; end: () => Promise<void> }>;

/** Starts the server in a process of its own, that ends in the given way when it is told to. */
async function anotherProcess(ending: string): Promise<Started> {
  const script = `
    const { ensurePostgres } = await import(${JSON.stringify(join(__dirname, 'index.ts'))});
    const postgres = await ensurePostgres(${JSON.stringify(request())});
    console.log(JSON.stringify({ owner: postgres.owner, port: postgres.port }));
    for await (const _ of process.stdin);
    ${ending}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const end = async () => {
    child.stdin.end();
    await once(child, 'close');
  };
  return { answer: JSON.parse(String(line)) as Started['answer'], end };
}

async function inAnotherProcess(ending: string): Promise<Started['answer']> {
  const { answer, end } = await anotherProcess(ending);
  await end();
  return answer;
}

async function listening(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number | null {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : null;
}
