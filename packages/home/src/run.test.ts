import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetRun, readRun, writeRun, type Run } from './run.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'run-'));
});

afterEach(() => rmSync(home, { recursive: true }));

const aRun = (overrides: Partial<Run> = {}): Run => ({
  pid: process.pid,
  port: 4000,
  url: 'http://127.0.0.1:4000/',
  mounting: 'split',
  startedAt: '2026-05-09T00:00:00.000Z',
  subgraphs: { cases: { pid: process.pid, port: 4001 } },
  ...overrides,
});

const endedPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('readRun', () => {
  it('is null where nothing runs', () => {
    expect(readRun(home)).toBeNull();
  });

  it('answers what the run wrote down', () => {
    writeRun(home, aRun());
    expect(readRun(home)).toEqual(aRun());
  });

  it('is null for a run that ended without a word', () => {
    writeRun(home, aRun({ pid: endedPid() }));
    expect(readRun(home)).toBeNull();
  });
});

describe('forgetRun', () => {
  it('ends the note of its own run', () => {
    writeRun(home, aRun());
    forgetRun(home);
    expect(readRun(home)).toBeNull();
  });

  it('leaves the note of another run alone', () => {
    writeRun(home, aRun());
    forgetRun(home, endedPid());
    expect(readRun(home)).toEqual(aRun());
  });
});
