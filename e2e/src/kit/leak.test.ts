import { describe, expect, it } from '@jest/globals';
import { leakIn } from './leak.ts';

describe('leakIn', () => {
  it.each([
    ['a stack trace', 'at read (/srv/app/packages/data/src/reader.ts:21:9)'],
    ['a statement', 'select name from staff where id = $1'],
    ['an address of a subgraph', 'connect ECONNREFUSED 127.0.0.1:4001'],
    ['a database', 'relation of onevisit_cases'],
    ['a telephone number', '电话 19900000000'],
    ['an identity number', '身份证 990102197001011234'],
  ])('finds %s', (_what, text) => {
    expect(leakIn(JSON.stringify({ text }), false)).not.toBeNull();
  });

  it('lets ordinary words, amounts and hashes pass', () => {
    const text = '拖欠工资 1860000 分；please select an item; 3f19900000000aa';
    expect(leakIn(text, false)).toBeNull();
  });

  it('lets numbers of people pass where they are what was asked for', () => {
    expect(leakIn('19900000000', true)).toBeNull();
  });
});
