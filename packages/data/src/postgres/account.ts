import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** An account of the machine that PostgreSQL runs as. */
export type Account = Readonly<{ name: string; uid: number; gid: number }>;

/** PostgreSQL refuses to run as root: then another account runs it; null where we run it as ourselves. Makes no account. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = accountsOf(readFileSync('/etc/passwd', 'utf8'));
  const { ONEVISIT_PG_USER: asked, SUDO_UID: invoker } = process.env;
  const found =
    accounts.find(({ name }) => name === asked) ??
    accounts.find(({ uid }) => uid === Number(invoker)) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody');
  if (!found) throw new Error(noAccount);
  return found;
}

/** Whether the account may pass through a folder, or through as much of its path as exists. */
export function canReach(account: Account, folder: string): boolean {
  const path = resolve(folder);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && !(stats.mode & passingBit(account, stats))) return false;
  return path === dirname(path) || canReach(account, dirname(path));
}

function passingBit(account: Account, { uid, gid }: Readonly<{ uid: number; gid: number }>): number {
  if (uid === account.uid) return 0o100;
  return gid === account.gid ? 0o010 : 0o001;
}

const accountsOf = (passwd: string): readonly Account[] =>
  passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0);

const noAccount =
  '以 root 运行，但系统中没有可用的普通账户（postgres、nobody）。请设置 ONEVISIT_PG_USER 或 DATABASE_URL。 ' +
  'Running as root, and the machine has no other account (postgres, nobody). Set ONEVISIT_PG_USER or DATABASE_URL.';
