import { setTimeout as pause } from 'node:timers/promises';
import { endUnusedPostgres } from '../postgres/index.ts';

// A process of its own, started by reaper.ts: a Jest worker ends without a word, and no other is left to stop the
// cluster that it used last. Between two files of one run some worker lives, so the cluster stays.
const [home = ''] = process.argv.slice(2);
do await pause(10_000);
while (!(await endUnusedPostgres({ home, name: 'test', fast: true })));
