import { readdirSync } from 'node:fs';
import { readProc, statOf, withDescendants } from './process-tree.ts';

/** Processor time that process trees have used until now, in milliseconds. */
export type CpuTime = Readonly<{ byThread: ReadonlyMap<string, number>; ofEndedMs: number }>;

/**
 * Reads it from /proc: nanoseconds of each living thread, and of processes that have ended meanwhile what their parents
 * were told. User and system time together.
 */
export function cpuTime(roots: readonly number[]): CpuTime {
  const pids = withDescendants(roots);
  const byThread = new Map(pids.flatMap(threadsOf));
  return { byThread, ofEndedMs: sum(pids.map(endedChildrenMs)) };
}

/** Milliseconds between two readings of the same trees. A thread that ended between them counts up to its last reading. */
export function cpuMsBetween(before: CpuTime, after: CpuTime): number {
  const living = [...after.byThread].map(([thread, ms]) => ms - (before.byThread.get(thread) ?? 0));
  return sum(living) + after.ofEndedMs - before.ofEndedMs;
}

function threadsOf(pid: number): readonly (readonly [string, number])[] {
  return threadIds(pid).flatMap((thread) => {
    const text = readProc(`/proc/${pid}/task/${thread}/schedstat`);
    return text === null ? [] : [[`${pid}/${thread}`, Number(text.split(' ')[0]) / 1_000_000] as const];
  });
}

function threadIds(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

const msPerTick = 10;

/** Fields 16 and 17 of the manual: time of children that were waited for. */
function endedChildrenMs(pid: number): number {
  const fields = statOf(pid);
  return fields ? (Number(fields[13]) + Number(fields[14])) * msPerTick : 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
