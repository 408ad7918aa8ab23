import { describe, expect, it } from '@jest/globals';
import { identifyingPattern } from './index.ts';

describe('identifyingPattern', () => {
  it.each([
    '110101199003070011',
    '身份证号11010119900307001X，反映拖欠工资',
    '11010119900307001x',
    '１１０１０１１９９００３０７００１Ｘ',
    '110101 19900307 001X',
    '110101-1990-0307-0011',
    '11 0101 1990 0307 0011',
    '1 1 0 1 0 1 1 9 9 0 0 3 0 7 0 0 1 X',
    '110101\u200B19900307\u200B0011',
    '2026-08-01 110101199003070011 反映',
    '2026 110101199003070011',
    '2026 11010119900307 0011',
    '①110101199003070011',
    '⑴110101900307001',
    '990102195511230017',
    '810000199003070011',
    '911156199003070011',
    '110101900307001',
    '１１０１０１　９００３０７　００１',
    '110101-900307-001',
  ])('finds the ID number in %j', (text) => {
    expect(identifyingPattern(text)).toBe('ID_NUMBER');
  });

  it.each([
    '13800138000',
    '请回电１３８００１３８０００',
    '138-0013-8000',
    '138 0013 8000',
    '138 — 0013 — 8000',
    '1 3 8 0 0 1 3 8 0 0 0',
    '+86 13800138000',
    '8613800138000',
    '0086-13800138000',
    '2026-08-01 13800138000',
    '2026-13800138000',
    '138001380001 13900139000',
    '19912345678转告',
    'tel:17012345678.',
    '0571-87654321',
    '0571 8765 4321',
    '（0571）87654321',
    '057187654321',
    '010-62345678',
    '02162345678',
    '0571-8765432',
    '0571-87654321-801',
    '+86 571 8765 4321',
    '+86(10)62345678',
    '联系电话：87654321',
    '电话号码 8765-4321',
    'Tel. 8765432',
  ])('finds the telephone number in %j', (text) => {
    expect(identifyingPattern(text)).toBe('PHONE');
  });

  it.each([
    '6222021234567890128',
    '卡号6222 0212 3456 7890 128',
    '６２２２０２１２３４５６７８９０１２８',
    '4111111111111111',
    '4111-1111-1111-1111',
    '4111111111111111 2026',
    '4111111111111111 123',
    '9558800000000000000',
  ])('finds the bank card in %j', (text) => {
    expect(identifyingPattern(text)).toBe('BANK_CARD');
  });

  it.each([
    'zhang.san@example.com',
    '邮箱 zs@mail.example.cn。',
    'ｚｓ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    '张三@example.com',
    'zs @ example.com',
  ])('finds the e-mail address in %j', (text) => {
    expect(identifyingPattern(text)).toBe('EMAIL');
  });

  it.each([
    ['nothing', ''],
    ['words', '反映某工地拖欠工资，要求依法支付'],
    ['a day', '2026年8月1日至2026年10月15日，20260801，2026-08-01，2026/8/1'],
    [
      'two days and a number',
      '2024-03-15 2024-04-20、2024-10-15 2024-10-16、2024-11-15 2024-12-20 300户、2024-10-15 2024-10-16 8户',
    ],
    ['days that would make a card', '2024-10-31 2024-11-01 2024-12-01'],
    ['times', '每日0800-1200、1400-1730，2026-08-01 09:30:15.123'],
    ['amounts', '拖欠123456.78元、1,234,567.89元、1234567890.00元、300 000元、12万元'],
    ['an amount as long as a telephone number', '投资13800138000元，其中13800138000.50元未付'],
    ['an amount as long as an old ID number', '共110101900307001元'],
    ['document numbers', '国信发〔2014〕16号、国办发明电〔2023〕7号、浙建(2015)第1380号'],
    ['numbers of judgments', '（2023）粤01民初12345号、(2021)最高法行申1380号'],
    ['our own numbers', 'YZ26-7F3K-9QXM-E、SJ26-1380-0138-0、JB26-0571-8765-4'],
    ['codes of organizations', '990102001-LETT、91330106MA2XXXXX1K'],
    ['an organization whose code is digits only', '911101087109999990'],
    ['public service numbers', '12345热线、12348、0571-12345、400-800-1234、95588'],
    ['places', '3栋2单元1801室，邮编310000，面积89.50平方米'],
    ['a contract', '合同编号HT-2024-0115-0032，第20260801001号'],
    ['digits that are too many', '1380013800012345678901234567890、11010119900307001123、41111111111111110000'],
    ['a number with a wrong check digit', '4111111111111112'],
    ['a number of no card, though its check digit is right', '8012345678901230、9551800000000000005'],
    ['a number with a month that is none', '110101199013070011、110101901307001'],
    ['a number with a year that is none', '110101299003070011'],
    ['a number of no province', '180101199003070011、180101900307001'],
    ['numbers in different lines', '涉及158\n12345678'],
    ['an at sign', '@全体人员 @example'],
  ])('finds nothing in %s', (_, text) => {
    expect(identifyingPattern(text)).toBeNull();
  });

  it('names the ID number where there is more', () => {
    expect(identifyingPattern('zs@example.com 13800138000 4111111111111111 110101199003070011')).toBe('ID_NUMBER');
  });

  it.each(['1', '1 ', '1-', '1   ', '110101 19900307 ', '6222 ', '@', 'a@', 'a.', '0571 ', '电话', '①', '(+86 '])(
    'reads to the end of a long text of %j',
    (piece) => {
      const long = piece.repeat(100_000);

      expect(identifyingPattern(`${long}\nzs@example.com`)).not.toBeNull();
    },
  );
});
