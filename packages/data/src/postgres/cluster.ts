import { join } from 'node:path';
import { readJson, writePrivateFile } from '@onevisit/home';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** One PostgreSQL server of ours: where its files are, and how it runs. */
export type Cluster = Readonly<{
  binaries: Binaries;
  account: Account | null;
  /** Folder of all our clusters. */
  base: string;
  dataDirectory: string;
  stateFile: string;
  logFile: string;
  /** For tests: on a RAM disk, and not safe against a crash. */
  fast: boolean;
}>;

/** What is remembered of a cluster beside its data; the file is 0600. */
export type ClusterState = Readonly<{
  /** Its superuser, who owns the tables. */
  user: string;
  password: string;
  /** Of the role that services connect as. */
  applicationPassword: string;
  port: number;
  /** Pids of the processes that use it; the last one to leave stops it. */
  users: readonly number[];
}>;

/** A new major version of PostgreSQL gets a new folder: it could not read the old one. */
export function clusterAt(base: string, name: string, rest: Pick<Cluster, 'account' | 'binaries' | 'fast'>): Cluster {
  const stem = join(base, `${name}-${rest.binaries.major}`);
  return { ...rest, base, dataDirectory: stem, stateFile: `${stem}.json`, logFile: `${stem}.log` };
}

export const stateOf = ({ stateFile }: Cluster): ClusterState | null => readJson(stateFile) as ClusterState | null;

export function saveState({ stateFile }: Cluster, state: ClusterState): ClusterState {
  writePrivateFile(stateFile, JSON.stringify(state));
  return state;
}
