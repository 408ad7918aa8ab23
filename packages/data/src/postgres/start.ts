import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { program } from './binaries.ts';
import { saveState, stateOf, type Cluster } from './cluster.ts';
import { freePort, usualPort } from './port.ts';
import { answerAt } from './postmaster.ts';
import { environment, identity, runProgram } from './program.ts';

const patienceToStart = 120_000;
/** A backend of a server that was killed may be finishing its statement: so long nothing new may start. */
const patienceWithRemains = 60_000;
/** The port was free a moment ago: somebody else was faster. */
const mostTriesForPort = 5;

/** Starts the server and waits until it answers. Notes its port. */
export async function startCluster(cluster: Cluster, log: (line: string) => void): Promise<void> {
  const giveUp = Date.now() + patienceWithRemains;
  for (let tries = 1; ; tries += 1) {
    const port = await freePort([stateOf(cluster)?.port ?? 0, ...(cluster.fast ? [] : [usualPort])]);
    const failure = await startedAt(cluster, port);
    if (failure === null) return;
    if (isPortTaken(failure) && tries < mostTriesForPort) continue;
    if (!hasRemains(failure) || Date.now() > giveUp)
      throw new Error(`PostgreSQL 未能启动，日志：${cluster.logFile}。 PostgreSQL did not start:\n${failure}`);
    if (tries === 1) log('等待上一个 PostgreSQL 进程结束。 Waiting for processes of the last PostgreSQL to end.');
    await pause(500);
  }
}

const isPortTaken = (failure: string): boolean => /could not bind|Address already in use/i.test(failure);
const hasRemains = (failure: string): boolean =>
  /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(failure);

/** Null once it answers; else the end of its log. */
async function startedAt(cluster: Cluster, port: number): Promise<string | null> {
  const logged = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const hasEnded = process.platform === 'win32' ? await launchedByPgCtl(cluster, port) : launched(cluster, port);
  const until = Date.now() + patienceToStart;
  while (!hasEnded() && Date.now() < until) {
    if ((await answerAt(cluster, port)) === 'OURS') {
      const state = stateOf(cluster);
      if (state) saveState(cluster, { ...state, port });
      return null;
    }
    await pause(15);
  }
  const tail = readFileSync(cluster.logFile, 'utf8').slice(logged).trim().split('\n').slice(-12).join('\n');
  return tail || `no answer from ${program(cluster.binaries, 'postgres')}`;
}

/** In a process group of its own: Ctrl-C reaches us alone, and we stop it in order. */
function launched(cluster: Cluster, port: number): () => boolean {
  const output = openSync(cluster.logFile, 'a', 0o600);
  let hasEnded = false;
  const child = spawn(
    program(cluster.binaries, 'postgres'),
    ['-D', cluster.dataDirectory, ...settings(cluster, port)],
    {
      ...identity(cluster.account),
      cwd: cluster.base,
      env: environment(),
      stdio: ['ignore', output, output],
      detached: true,
    },
  );
  closeSync(output);
  child.on('exit', () => (hasEnded = true));
  child.on('error', () => (hasEnded = true));
  child.unref();
  return () => hasEnded;
}

/** On Windows `postgres` refuses an administrator; pg_ctl lays the rights down first. */
async function launchedByPgCtl(cluster: Cluster, port: number): Promise<() => boolean> {
  const options = settings(cluster, port).map((part) => `"${part}"`);
  const given = ['start', '-D', cluster.dataDirectory, '-l', cluster.logFile, '-W', '-o', options.join(' ')];
  const { isGood } = await runProgram(program(cluster.binaries, 'pg_ctl'), given, {
    account: null,
    folder: cluster.base,
  });
  return () => !isGood;
}

function settings({ fast }: Cluster, port: number): readonly string[] {
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its path would be too long in many homes, and Windows has none.
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: 200,
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    logging_collector: 'off',
    ...(hasLittleSharedMemory() && { max_parallel_workers_per_gather: 0 }),
    ...(fast && withoutSafety),
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const withoutSafety = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '1GB',
  wal_level: 'minimal',
  max_wal_senders: 0,
};

/** As in a Docker container, whose 64 MB parallel queries would fill. */
function hasLittleSharedMemory(): boolean {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize < 256 * 1024 * 1024;
  } catch {
    return false;
  }
}
