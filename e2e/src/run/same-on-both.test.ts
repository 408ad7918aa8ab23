import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import SameOnBoth from './same-on-both.ts';

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
});

const project = (name: string) => ({ config: { displayName: { name } } });
const passed = (mounting: string, ...names: readonly string[]) => ({
  displayName: { name: mounting },
  testResults: names.map((fullName) => ({ fullName, status: 'passed' })),
});

function errorOf(...testResults: readonly ReturnType<typeof passed>[]): string | undefined {
  const reporter = new SameOnBoth();
  reporter.onRunComplete([project('all-in-one'), project('split')], { testResults });
  return reporter.getLastError()?.message;
}

describe('a run of the journeys', () => {
  it('is good when the same have passed on both mountings', () => {
    expect(errorOf(passed('all-in-one', 'a', 'b'), passed('split', 'b', 'a'))).toBeUndefined();
  });

  it('is no good when one was skipped on one of them', () => {
    expect(errorOf(passed('all-in-one', 'a', 'b'), passed('split', 'a'))).toBe('did not pass on split: b');
    expect(errorOf(passed('all-in-one'), passed('split', 'a'))).toBe('did not pass on all-in-one: a\nno journey ran');
  });

  it('is no good when none ran', () => {
    expect(errorOf()).toBe('no journey ran');
  });

  it('that was asked of one mounting alone says so, and passes', () => {
    const reporter = new SameOnBoth();
    reporter.onRunComplete([project('split')], { testResults: [passed('split', 'a')] });
    expect(reporter.getLastError()).toBeUndefined();
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('split alone'));
  });
});
