import { describe, expect, it } from '@jest/globals';
import { acceptedLanguage, speaking, spokenLanguage } from './language.ts';

describe('acceptedLanguage', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['*', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,en;q=0.9', 'zh-CN'],
    ['en;q=0.5,zh;q=0.6', 'zh-CN'],
    ['en;q=0.6,zh;q=0.5', 'en'],
    ['en,zh', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['en;q=x', 'zh-CN'],
  ])('of %s is %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});

describe('the language of a request', () => {
  it('is Chinese outside of one, and goes along with its work', async () => {
    const inside = await speaking('en', async () => {
      await new Promise(setImmediate);
      return spokenLanguage();
    });
    expect([spokenLanguage(), inside]).toEqual(['zh-CN', 'en']);
  });
});
