import { readProc, withDescendants } from './process-tree.ts';

/** Memory that process trees hold now, in megabytes: the sum of their resident sets. */
export const residentMb = (roots: readonly number[]): number =>
  withDescendants(roots).reduce((total, pid) => total + residentKb(pid), 0) / 1_024;

function residentKb(pid: number): number {
  const status = readProc(`/proc/${pid}/status`) ?? '';
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}
