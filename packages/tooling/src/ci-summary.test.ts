import { describe, expect, it } from '@jest/globals';
import { totals } from './ci-summary.ts';

describe('totals', () => {
  it('adds up the suites and the checks, under whatever prefix a task runner gives them', () => {
    const log = [
      '@onevisit/cases:test: Tests:       1 failed, 2 skipped, 40 passed, 43 total',
      'Tests:       7 passed, 7 total',
      'checks: 6 passed, 1 failed',
      'Test Suites: 9 passed, 9 total',
    ].join('\n');
    expect(totals(log)).toEqual({ passed: 53, failed: 2, skipped: 2 });
  });
});
