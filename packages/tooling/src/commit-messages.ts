import { spawnSync } from 'node:child_process';

const form = /^(feat|fix|perf|refactor|style|test|docs|build|ci|chore|revert)(\([a-z0-9-]+(, ?[a-z0-9-]+)*\))?!?: .+/;

/** Subjects of the last commits that are not Conventional Commits; none where there is no history to look at. */
export function commitRefusals(): readonly string[] {
  const { status, stdout } = spawnSync('git', ['log', '--no-merges', '--max-count=50', '--format=%s'], {
    encoding: 'utf8',
  });
  if (status !== 0) return [];
  return stdout
    .split('\n')
    .filter((subject) => subject !== '' && !form.test(subject))
    .map((subject) => `not a Conventional Commit: ${subject}`);
}
