import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { codeOf } from '../error-code.ts';
import { isRunning, commandLineOf } from './process.ts';
import { stateOf, type Cluster, type ClusterState } from './cluster.ts';

type Postmaster = Readonly<{ pid: number; port: number }>;

/** What the running server of this data directory has written down about itself; null where none runs. */
export async function runningPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const noted = notedPostmaster(cluster);
  if (!noted || !isRunning(noted.pid)) return null;
  const commandLine = await commandLineOf(noted.pid);
  // Without a command line (Windows) any postgres counts; the question of whose it is is asked over the connection.
  return commandLine.includes(cluster.dataDirectory) || commandLine === 'postgres' ? noted : null;
}

/**
 * Takes away the note of a server that is gone and whose pid belongs to another program now: PostgreSQL itself would
 * refuse to start. A server that is still there keeps a second lock, in shared memory.
 */
export async function removeStaleNote(cluster: Cluster): Promise<void> {
  const noted = notedPostmaster(cluster);
  if (noted && isRunning(noted.pid) && !(await runningPostmaster(cluster)))
    rmSync(join(cluster.dataDirectory, 'postmaster.pid'), { force: true });
}

function notedPostmaster({ dataDirectory }: Cluster): Postmaster | null {
  try {
    const [pid, , , port] = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return null;
  }
}

/** OURS: the server of this data directory answers there. STARTING: some server does not answer yet. */
export type Answer = 'OURS' | 'STARTING' | 'NONE';

/** Asks whoever listens on a port for its data directory: a real statement, so that ready means ready. */
export async function answerAt(cluster: Cluster, port: number): Promise<Answer> {
  const state = stateOf(cluster);
  if (!state) return 'NONE';
  const client = new Client({ ...credentials(state), port, connectionTimeoutMillis: 1_500 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return resolve(rows[0]?.folder ?? '') === resolve(cluster.dataDirectory) ? 'OURS' : 'NONE';
  } catch (error) {
    return codeOf(error) === '57P03' ? 'STARTING' : 'NONE';
  } finally {
    await client.end().catch(() => undefined);
  }
}

const credentials = ({ user, password }: ClusterState) => ({ host: '127.0.0.1', user, password, database: 'postgres' });
