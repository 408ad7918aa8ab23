import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Cluster } from '../installation/cluster.ts';
import { isBackground } from '../measure/background.ts';

/** A statement as the server ran it. */
export type Plan = Readonly<{ ms: number; statement: string; shape: readonly string[] }>;

/** Lets the server log every statement with its plan and the time of each step. For connections made from now on. */
export async function explainEverything({ ownerUrlOf }: Cluster): Promise<void> {
  const client = new Client(ownerUrlOf('postgres'));
  await client.connect();
  await client.query(`load 'auto_explain'`);
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_timing': 'on',
  };
  for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${name} = '${value}'`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** The plans of all statements that the server runs for this work. */
export async function plansOf({ logFile }: Cluster, work: () => Promise<unknown>): Promise<readonly Plan[]> {
  const from = statSync(logFile).size;
  await work();
  await pause(100);
  return plansIn(readFileSync(logFile).subarray(from).toString());
}

/** What a log tells of plans, but for those of our own work in the background. */
export const plansIn = (log: string): readonly Plan[] =>
  [...log.matchAll(/LOG: {2}duration: ([\d.]+) ms {2}plan:\n((?:\t.*(?:\n|$))*)/g)]
    .map(([, ms = '', text = '']) => planOf(Number(ms), text.replaceAll(/^\t/gm, '')))
    .filter(({ statement }) => !isBackground(statement));

const firstNode = /^.*\(cost=/m;

function planOf(ms: number, text: string): Plan {
  const at = text.search(firstNode);
  return {
    ms,
    statement: text
      .slice(0, at)
      .replace('Query Text: ', '')
      .replace(/Query Parameters: [^]*$/, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\bselect [^()]{80,}? from /g, 'select … from ')
      .trim(),
    shape: text
      .slice(at)
      .split('\n')
      .filter((line) => /\(cost=|Index Cond|Filter:|Rows Removed|Sort Key/.test(line))
      .map((line) => line.replace(/\s*\(cost=[^)]*\)/, '').replace(/(\w+ time=)[\d.]+\.\./, '$1')),
  };
}
