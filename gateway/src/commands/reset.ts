import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removePostgres } from '@onevisit/data';
import { homeFolder, readRun } from '@onevisit/home';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

/** `npm run reset`: empties the installation's folder, database and keys included. The next start begins anew. */
await runCommand(async () => {
  const home = homeFolder();
  const run = readRun(home);
  if (run) throw running(`${run.url}，进程 ${run.pid}`, `${run.url}, process ${run.pid}`);
  if (!(await removePostgres({ home, name: 'dev' }))) throw running('其数据库仍在使用', 'its database is in use');

  for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true, force: true });
  console.log(`已清空 ${home} is empty.`);
});

function running(zh: string, en: string): UsageError {
  return new UsageError(`系统正在运行（${zh}）。请先停止，再清空。`, `The system is running (${en}). Stop it first.`);
}
