import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withFileLock } from '@onevisit/home';
import { postgresAccount } from './account.ts';
import { workingBinaries } from './binaries.ts';
import { clusterFolder } from './cluster-folder.ts';
import { clusterAt, saveState, stateOf, type Cluster } from './cluster.ts';
import { foreignAddresses, type Addresses } from './foreign.ts';
import { ensureInitialized } from './initialize.ts';
import { answerAt, removeStaleNote, runningPostmaster } from './postmaster.ts';
import { startCluster } from './start.ts';
import { stopCluster } from './stop.ts';
import { hasUsers, joinUsers, leaveUsers } from './users.ts';

export type PostgresRequest = Readonly<{
  /** The installation's folder. */
  home: string;
  /** Of the cluster: `dev`, `test`. */
  name: string;
  /** For tests: in memory, not safe against a crash, and whatever DATABASE_URL says. */
  fast?: boolean;
  log?: (line: string) => void;
}>;

export type Postgres = Addresses &
  Readonly<{
    /** Somebody else runs it; then its files are nowhere here, and stopping does nothing. */
    isForeign: boolean;
    /** Whether this call has started it, or taken it over from a process that died. */
    owner: boolean;
    port: number;
    dataDirectory: string | null;
    /** Leaves it; the last of the processes that use it stops it. */
    stop: () => Promise<void>;
  }>;

/**
 * A running PostgreSQL: the one of DATABASE_URL, else one of our own, that is made, started or joined as need be.
 * Any number of processes may ask at once: one makes and starts it.
 */
export async function ensurePostgres(request: PostgresRequest): Promise<Postgres> {
  const foreign = request.fast ? null : foreignAddresses(process.env);
  if (foreign) return foreignPostgres(foreign);
  return underLock(request, async (cluster) => {
    await ensureInitialized(cluster);
    const isJoined = await joined(cluster);
    if (!isJoined) await startCluster(cluster, request.log ?? (() => undefined));
    const isAlone = joinUsers(cluster);
    return ownPostgres(cluster, isAlone || !isJoined, () => left(request));
  });
}

/** Stops a cluster that no living process uses. Answers whether none runs now. */
export const endUnusedPostgres = (request: PostgresRequest): Promise<boolean> =>
  underLock(request, async (cluster) => {
    if (!(await runningPostmaster(cluster))) return true;
    if (hasUsers(cluster)) return false;
    await stopCluster(cluster);
    return true;
  });

/** Removes a cluster with all that is in it, unless a living process uses it. Answers whether it is gone. */
export const removePostgres = (request: PostgresRequest): Promise<boolean> =>
  underLock(request, async (cluster) => {
    if (hasUsers(cluster)) return false;
    if (await runningPostmaster(cluster)) await stopCluster(cluster);
    for (const path of [cluster.dataDirectory, cluster.stateFile, cluster.logFile]) {
      rmSync(path, { recursive: true, force: true });
    }
    return true;
  });

const left = (request: PostgresRequest): Promise<void> =>
  underLock(request, async (cluster) => {
    if (leaveUsers(cluster)) await stopCluster(cluster);
  });

async function underLock<Value>(
  { home, name, fast = false }: PostgresRequest,
  work: (cluster: Cluster) => Promise<Value>,
): Promise<Value> {
  const account = postgresAccount();
  const base = clusterFolder(home, fast, account);
  return withFileLock(join(base, `${name}.lock`), async () => {
    const binaries = await workingBinaries(base, account);
    return work(clusterAt(base, name, { account, binaries, fast }));
  });
}

/** Finds the server that already runs, be it another's or an orphan; waits while it recovers. */
async function joined(cluster: Cluster): Promise<boolean> {
  for (let silence = 0; silence < 100;) {
    const postmaster = await runningPostmaster(cluster);
    if (!postmaster) break;
    const answer = await answerAt(cluster, postmaster.port);
    const state = stateOf(cluster);
    if (answer === 'OURS' && state) {
      if (state.port !== postmaster.port) saveState(cluster, { ...state, port: postmaster.port });
      return true;
    }
    if (answer === 'NONE') silence += 1;
    await pause(100);
  }
  await removeStaleNote(cluster);
  return false;
}

function ownPostgres(cluster: Cluster, owner: boolean, stop: () => Promise<void>): Postgres {
  const state = stateOf(cluster);
  if (!state) throw new Error(`${cluster.stateFile} is gone`);
  const { user, password, applicationPassword, port } = state;
  const address = (name: string, secret: string) => (database: string) =>
    `postgresql://${name}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const applicationRole = { name: 'onevisit_app', password: applicationPassword };
  return {
    urlOf: address(user, password),
    applicationUrlOf: address(applicationRole.name, applicationPassword),
    applicationRole,
    isForeign: false,
    owner,
    port,
    dataDirectory: cluster.dataDirectory,
    stop,
  };
}

const foreignPostgres = (addresses: Addresses): Postgres => ({
  ...addresses,
  isForeign: true,
  owner: false,
  port: Number(new URL(addresses.urlOf('postgres')).port || 5_432),
  dataDirectory: null,
  stop: async () => undefined,
});
