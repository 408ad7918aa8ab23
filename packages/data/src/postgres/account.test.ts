import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { canReach, type Account } from './account.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'account-'));
  mkdirSync(join(folder, 'inner'), { mode: 0o755 });
});

afterEach(() => rmSync(folder, { recursive: true }));

const stranger: Account = { name: 'stranger', uid: 54_321, gid: 54_321 };
const reachesAt = (mode: number, account = stranger): boolean => {
  chmodSync(folder, mode);
  return canReach(account, join(folder, 'inner', 'not-there-yet'));
};

describe('canReach', () => {
  it('passes through folders that are open to all', () => {
    expect(reachesAt(0o711)).toBe(true);
  });

  it('stops at a folder of somebody else', () => {
    expect(reachesAt(0o700)).toBe(false);
  });

  it('asks what the owner may of a folder of its own, and what the group may of a folder of its group', () => {
    const { uid, gid } = statSync(folder);
    const owner = { name: 'owner', uid, gid: 54_321 };
    const fellow = { name: 'fellow', uid: 54_321, gid };
    expect([reachesAt(0o700, owner), reachesAt(0o710, fellow), reachesAt(0o701, fellow)]).toEqual([true, true, false]);
  });
});
