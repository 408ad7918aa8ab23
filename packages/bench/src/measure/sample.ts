import { setTimeout as pause } from 'node:timers/promises';
import { closedLoop, percentile } from '../load/closed-loop.ts';
import { cpuMsBetween, cpuTime } from '../machine/cpu-time.ts';
import { residentMb } from '../machine/memory.ts';
import type { Question } from '../operations/questions.ts';
import type { Variant } from '../variants/variant.ts';
import { wireRequest } from './answers.ts';

/** What one round of one operation took one variant; times of processors are of one request. */
export type Sample = Readonly<{
  cpuMs: number;
  postgresCpuMs: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  rssMb: number;
}>;

export type Round = Readonly<{ count: number; warmUp: number; connections: number }>;

const settlingMs = 50;

/** Sends the questions in turn, so many in all, and reads what that took. */
export async function sample(variant: Variant, questions: readonly Question[], round: Round): Promise<Sample> {
  const { port, processes, cluster } = variant;
  // Made beforehand: what the client does meanwhile takes time from the server beside it.
  const requests = Array.from({ length: round.count }, (_, at) => wireRequest(variant, nth(questions, at)));
  const warmUps = Array.from({ length: round.warmUp }, (_, at) => wireRequest(variant, nth(questions, at)));
  const load = (all: readonly Buffer[]) =>
    closedLoop({ port, requestAt: (at) => nth(all, at), count: all.length, connections: round.connections });

  await load(warmUps);
  await pause(settlingMs);
  const roots = processes();
  const before = { own: cpuTime(roots), postgres: cpuTime([cluster.postmaster]) };
  const { durationMs, latenciesMs } = await load(requests);
  const after = { own: cpuTime(roots), postgres: cpuTime([cluster.postmaster]) };
  return {
    cpuMs: cpuMsBetween(before.own, after.own) / round.count,
    postgresCpuMs: cpuMsBetween(before.postgres, after.postgres) / round.count,
    requestsPerSecond: (round.count * 1_000) / durationMs,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    rssMb: residentMb(roots),
  };
}

function nth<Value>(values: readonly Value[], at: number): Value {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('nothing to ask');
  return value;
}
