import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { runSql, type Cluster } from '../installation/cluster.ts';
import { operationNames, type OperationName } from '../operations/documents.ts';
import type { Question, Questions } from '../operations/questions.ts';
import type { Variant, VariantName } from '../variants/variant.ts';
import { answerOf } from './answers.ts';
import { isBackground } from './background.ts';

/** SQL statements of each operation, by variant. */
export type Statements = ReadonlyMap<VariantName, Readonly<Record<OperationName, number>>>;

export async function allStatements(variants: readonly Variant[], questions: Questions): Promise<Statements> {
  const counted = new Map<VariantName, Readonly<Record<OperationName, number>>>();
  for (const variant of variants) {
    const entries: (readonly [OperationName, number])[] = [];
    for (const name of operationNames) entries.push([name, await statementsOf(variant, questions[name])]);
    counted.set(variant.name, Object.fromEntries(entries) as Readonly<Record<OperationName, number>>);
  }
  return counted;
}

const tries = 3;
const requests = 24;

/**
 * SQL statements of one operation, by the server's own log, BEGIN and COMMIT included. What runs in the background
 * would only add some: the least of several tries counts.
 */
async function statementsOf(variant: Variant, questions: readonly Question[]): Promise<number> {
  const { cluster } = variant;
  await loggingStatements(cluster, 'all');
  const counts: number[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const from = statSync(cluster.logFile).size;
    for (let at = 0; at < requests; at += 1) {
      const question = questions[at % questions.length];
      if (question) await answerOf(variant, question);
    }
    counts.push(statementsIn(readFileSync(cluster.logFile).subarray(from).toString()) / requests);
  }
  await loggingStatements(cluster, 'none');
  return Math.round(Math.min(...counts) * 10) / 10;
}

/** Also waits until every backend has heard of it. */
async function loggingStatements({ ownerUrlOf }: Cluster, which: 'all' | 'none'): Promise<void> {
  await runSql(ownerUrlOf('postgres'), [`alter system set log_statement = '${which}'`, 'select pg_reload_conf()']);
  await pause(300);
}

/** Statements of a log, whose further lines are indented, but for those of our own work in the background. */
export const statementsIn = (log: string): number =>
  [...log.matchAll(/LOG: {2}(?:statement|execute [^:]*): (.*(?:\n\t.*)*)/g)].filter(
    ([, text = '']) => !isBackground(text),
  ).length;
