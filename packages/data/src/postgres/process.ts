import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { codeOf } from '../error-code.ts';

/** Whether a process is there and has not ended: one that its parent has not looked after yet does not count. */
export function isRunning(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trimStart().startsWith('Z');
  } catch {
    return false;
  }
}

/** How a process was called; on Windows only whether it is a `postgres`. */
export async function commandLineOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  if (process.platform !== 'win32') return outputOf('ps', ['-p', String(pid), '-o', 'command=']);
  const tasks = await outputOf('tasklist', ['/FI', `PID eq ${pid}`, '/NH']);
  return /postgres/i.test(tasks) ? 'postgres' : '';
}

async function outputOf(program: string, given: readonly string[]): Promise<string> {
  const child = spawn(program, given, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
  child.on('error', () => undefined);
  return text(child.stdout);
}
