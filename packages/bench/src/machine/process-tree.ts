import { readdirSync, readFileSync } from 'node:fs';

/** A process as /proc tells it. */
type Process = Readonly<{ pid: number; parent: number }>;

/** The processes with all that they have started. Linux only. */
export function withDescendants(roots: readonly number[]): readonly number[] {
  const children = Map.groupBy(runningProcesses(), ({ parent }) => parent);
  const found = new Set<number>();
  const visit = (pid: number): void => {
    if (found.has(pid)) return;
    found.add(pid);
    for (const child of children.get(pid) ?? []) visit(child.pid);
  };
  for (const root of roots) visit(root);
  return [...found];
}

const runningProcesses = (): readonly Process[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .flatMap((pid) => {
      const fields = statOf(pid);
      return fields ? [{ pid, parent: Number(fields[1]) }] : [];
    });

/** The fields of /proc/PID/stat behind the name, which may hold blanks and brackets; null where it has gone. */
export function statOf(pid: number): readonly string[] | null {
  const text = readProc(`/proc/${pid}/stat`);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** What a file of /proc says; null where its process or thread has gone. */
export function readProc(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
