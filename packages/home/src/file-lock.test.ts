import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withFileLock, withFileLockSync } from './file-lock.ts';

let folder: string;
const file = () => join(folder, 'one.lock');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('withFileLock', () => {
  it('lets one in at a time', async () => {
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} in`);
      await new Promise((wake) => setTimeout(wake, 5));
      steps.push(`${name} out`);
    };
    await Promise.all([withFileLock(file(), work('a')), withFileLock(file(), work('b'))]);
    expect(steps).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  it('is free again after work that failed', async () => {
    const failing = withFileLock(file(), async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(withFileLockSync(file(), () => 'in')).toBe('in');
  });

  it('is for the eyes of its owner only', () => {
    withFileLockSync(file(), () => undefined);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is free again at once when its holder is killed', async () => {
    const holder = spawn(process.execPath, ['--input-type=module', '-e', holding()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'close');
    expect(withFileLockSync(file(), () => 'in')).toBe('in');
  });
});

const holding = () => `
  const { withFileLock } = await import(${JSON.stringify(join(__dirname, 'file-lock.ts'))});
  await withFileLock(${JSON.stringify(file())}, async () => {
    console.log('held');
    await new Promise((wake) => setTimeout(wake, 60_000));
  });`;
