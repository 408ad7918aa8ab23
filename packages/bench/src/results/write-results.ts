import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';
import { chart } from './chart.ts';
import { report } from './report.ts';
import type { Results } from './results.ts';
import { longTables, shortTable } from './table.ts';

const folder = join(repositoryRoot(), 'packages', 'bench');

export function tellResults(results: Results): void {
  console.log(`\n${shortTable(results)}\n\n${longTables(results)}\n`);
}

/** Writes figures, report and chart, and the short table into the pages that have a place for it. */
export function writeResults(results: Results): void {
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'results.md'), report(results));
  writeFileSync(join(folder, 'results.svg'), chart(results));
  for (const page of [join(repositoryRoot(), 'README.md'), join(folder, 'README.md')]) {
    if (existsSync(page)) writeFileSync(page, withTable(readFileSync(page, 'utf8'), shortTable(results)));
  }
}

/** The page with the table between `<!-- bench -->` and `<!-- /bench -->`; as it is where it has no such place. */
export const withTable = (page: string, table: string): string =>
  page.replace(
    /(<!-- bench -->)[^]*?(<!-- \/bench -->)/,
    (_, start: string, end: string) => `${start}\n\n${table}\n\n${end}`,
  );
