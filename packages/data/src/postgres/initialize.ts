import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writePrivateFile } from '@onevisit/home';
import { program } from './binaries.ts';
import { saveState, stateOf, type Cluster } from './cluster.ts';
import { runProgram, type Outcome } from './program.ts';

/** Makes the cluster where there is none: in a folder beside it, then one rename, so that no half of one ever stands. */
export async function ensureInitialized(cluster: Cluster): Promise<void> {
  const exists = existsSync(join(cluster.dataDirectory, 'PG_VERSION'));
  if (exists && !stateOf(cluster)) throw new Error(lostPassword(cluster));
  if (exists) return;
  clearScraps(cluster);
  const scratch = `${cluster.dataDirectory}.init-${process.pid}`;
  const passwordFile = `${scratch}.password`;
  const password = newPassword();
  writePrivateFile(passwordFile, `${password}\n`);
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  try {
    const { isGood, output } = await initdb(cluster, scratch, passwordFile);
    if (!isGood) throw new Error(`initdb: ${output}`);
    saveState(cluster, { user: 'onevisit', password, applicationPassword: newPassword(), port: 0, users: [] });
    renameSync(scratch, cluster.dataDirectory);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(scratch, { recursive: true, force: true });
  }
}

const newPassword = (): string => randomBytes(18).toString('base64url');

/** What an earlier run left that was killed in the middle. */
function clearScraps({ base, dataDirectory }: Cluster): void {
  const stem = `${basename(dataDirectory)}.init-`;
  for (const name of readdirSync(base)) {
    // Its initdb may still be writing there.
    if (name.startsWith(stem))
      rmSync(join(base, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function initdb(cluster: Cluster, scratch: string, passwordFile: string): Promise<Outcome> {
  const given = ['-D', scratch, '-U', 'onevisit', `--pwfile=${passwordFile}`, ...settings(cluster)];
  const tool = program(cluster.binaries, 'initdb');
  const place = { account: cluster.account, folder: cluster.base };
  makeFolder(cluster, scratch);
  const outcome = await runProgram(tool, given, place);
  if (outcome.isGood || !outcome.output.includes('could not look up effective user ID')) return outcome;

  // A container with a bare uid: initdb wants an account by name, and a user namespace lends it one.
  rmSync(scratch, { recursive: true, force: true });
  makeFolder(cluster, scratch);
  return runProgram('unshare', ['-U', '--map-user=65534', '--map-group=65534', tool, ...given], place);
}

function makeFolder({ account }: Cluster, folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/** The same on every system, whatever its own language and time zone. */
const settings = ({ binaries: { major }, fast }: Cluster): readonly string[] => [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--lc-messages=C',
  '--text-search-config=simple',
  ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
  ...(major >= 16 ? ['--set', 'timezone=UTC'] : []),
  ...(fast ? ['--no-sync'] : []),
];

const lostPassword = ({ dataDirectory, stateFile }: Cluster): string =>
  `${dataDirectory} 存在，但保存其口令的 ${stateFile} 已丢失。请恢复该文件，或移走数据目录。 ` +
  `${dataDirectory} is there, but ${stateFile} with its password is gone. Restore the file, or move the folder away.`;
