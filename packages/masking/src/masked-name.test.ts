import { describe, expect, it } from '@jest/globals';
import { maskedName } from './index.ts';

describe('maskedName', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['欧阳修', '欧阳*'],
    ['欧阳娜娜', '欧阳**'],
    ['诸葛亮', '诸葛*'],
    ['欧阳', '欧*'],
    ['欧大阳', '欧**'],
    ['张　三', '张*'],
    [' 张 三 ', '张*'],
    ['𠮷野', '𠮷*'],
    ['阿依古丽·买买提', '阿*******'],
    ['John Smith', 'J********'],
  ])('shows %s as %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });

  it('does not tell that a name is but one character', () => {
    expect([maskedName('张'), maskedName('')]).toEqual(['张*', '*']);
  });
});
