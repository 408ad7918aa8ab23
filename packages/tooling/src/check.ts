import { spawnSync } from 'node:child_process';
import { commitRefusals } from './commit-messages.ts';
import { lockRefusals } from './lock-file.ts';

/** One thing that must hold before a change is good. */
type Check = Readonly<{ name: string; run: () => readonly string[] }>;

const command = (line: string): readonly string[] => {
  const { status } = spawnSync(line, { stdio: 'inherit', shell: true });
  return status === 0 ? [] : [`${line} ended with ${status ?? 'a signal'}`];
};

const checks: readonly Check[] = [
  { name: 'types', run: () => command('npm run -s typecheck') },
  { name: 'lint, schema and formatting', run: () => command('npm run -s lint') },
  { name: 'boundaries', run: () => command('node packages/tooling/src/turbo.ts boundaries') },
  { name: 'dead code', run: () => command('knip') },
  { name: 'composition', run: () => command('npm run -s compose -- --check') },
  { name: 'lock file', run: () => lockRefusals('package-lock.json') },
  { name: 'commit messages', run: commitRefusals },
];

const failed = checks.filter(({ name, run }) => {
  console.log(`\n── ${name}`);
  const refusals = run();
  for (const refusal of refusals) console.error(refusal);
  return refusals.length > 0;
});

for (const { name } of failed) console.error(`failed: ${name}`);
console.log(`\nchecks: ${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
