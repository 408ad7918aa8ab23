import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { cpuMsBetween, cpuTime } from './cpu-time.ts';
import { residentMb } from './memory.ts';
import { withDescendants } from './process-tree.ts';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a process tree', () => {
  it('holds what its processes have started, with their time and memory, until they end', async () => {
    const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)']);
    const { pid = 0 } = child;
    await once(child.stdout, 'data');
    expect(withDescendants([process.pid])).toEqual(expect.arrayContaining([process.pid, pid]));
    const nothing = { byThread: new Map<string, number>(), ofEndedMs: 0 };
    expect([cpuMsBetween(nothing, cpuTime([pid])) > 0, residentMb([pid]) > 1]).toEqual([true, true]);

    const exit = once(child, 'exit');
    child.kill();
    await exit;
    expect([withDescendants([process.pid]).includes(pid), residentMb([pid])]).toEqual([false, 0]);
  });
});
