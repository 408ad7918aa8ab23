import { describe, expect, it } from '@jest/globals';
import { publicViewer, type Role } from '@onevisit/kernel';
import { bucketsOf } from './worklist.ts';

const bucketsFor = (...roles: readonly Role[]) => bucketsOf({ ...publicViewer(), roles });

describe('bucketsOf', () => {
  it('holds what waits for any of the roles, each once', () => {
    expect(bucketsFor('LEADER', 'CHIEF')).toEqual([...new Set([...bucketsFor('LEADER'), ...bucketsFor('CHIEF')])]);
    expect(bucketsFor('SUPERVISOR')).toEqual(['TO_RULE_CONTEST', 'TO_VERIFY', 'OVERDUE']);
  });

  it('is empty for who handles no case', () => {
    expect(bucketsFor('ANALYST')).toEqual([]);
  });
});
