import { createSecretKey } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { BrokenSealError, newDataKey, open, openJson, seal, sealJson, type Cell } from './index.ts';
import { bytes, changedAt } from './testing/vectors.ts';

const dataKey = createSecretKey(bytes(32));
const cell: Cell = { column: 'case_parties.identity_sealed', rowId: '019a0000-0000-7000-8000-000000000002' };

// Made with another implementation of HKDF and AES-GCM. Values in databases look like this: it opens for ever.
const golden = 'v1.ZGVmZ2hpamtsbW5v.fLXTA2Yt1ti-kurhrEpVvA.8RJ8BQertFwTiDfFhxiguXAhZQ';

describe('seal', () => {
  it.each([
    ['nothing', ''],
    ['Chinese', '反映拖欠工资，共 3 人。\n\t附：工资条'],
    ['emoji', '👩‍👩‍👧😀'],
    ['a character outside the basic plane', '𠮷野家'],
    ['letters that have two spellings', 'é e\u0301 ａ'],
    ['20 000 code points', '信😀'.repeat(10_000)],
  ])('keeps %s exactly', (_, text) => {
    expect(open(dataKey, cell, seal(dataKey, cell, text))).toBe(text);
  });

  it('keeps every text exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(open(dataKey, cell, seal(dataKey, cell, text))).toBe(text);
      }),
    );
  });

  it('refuses half a character, which would not come back', () => {
    expect(() => seal(dataKey, cell, 'x\uD83D')).toThrow(RangeError);
  });

  it('never writes the same twice', () => {
    expect(seal(dataKey, cell, '张三')).not.toBe(seal(dataKey, cell, '张三'));
  });

  it('shows nothing of the text', () => {
    const sealed = seal(dataKey, cell, 'Zhang San');

    expect(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').includes('Zhang')).toBe(false);
    expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]{22}\.[\w-]{12}$/);
  });
});

describe('open', () => {
  it('opens what was written before', () => {
    expect(open(dataKey, cell, golden)).toBe('张三，浙江😀');
  });

  it('refuses a value that was moved to another row', () => {
    expect(() => open(dataKey, { ...cell, rowId: '019a0000-0000-7000-8000-000000000003' }, golden)).toThrow(
      new BrokenSealError('case_parties.identity_sealed'),
    );
  });

  it('refuses a value that was moved to another column', () => {
    expect(() => open(dataKey, { ...cell, column: 'claims.text_sealed' }, golden)).toThrow(BrokenSealError);
  });

  it('refuses the key of another case', () => {
    expect(() => open(newDataKey(), cell, golden)).toThrow(BrokenSealError);
  });

  it('refuses a value that was changed anywhere', () => {
    for (let position = 0; position < golden.length; position += 1) {
      expect(() => open(dataKey, cell, changedAt(golden, position))).toThrow(BrokenSealError);
    }
  });

  it.each(['', 'v1.', 'v1...', '张三', `${golden}.`, `${golden}\n`, `${golden}=`, golden.replace('v1', 'v2')])(
    'refuses %j, which was never sealed',
    (text) => {
      expect(() => open(dataKey, cell, text)).toThrow(BrokenSealError);
    },
  );

  it.each([1, 2])('refuses a value of which part %i was shortened', (part) => {
    const parts = golden.split('.');
    const shortened = (length: number) =>
      parts
        .with(
          part,
          Buffer.from(parts[part] ?? '', 'base64url')
            .subarray(0, length)
            .toString('base64url'),
        )
        .join('.');

    expect(() => open(dataKey, cell, shortened(4))).toThrow(BrokenSealError);
    expect(() => open(dataKey, cell, shortened(0))).toThrow(BrokenSealError);
  });

  it('says nothing of the content when it refuses', () => {
    expect(new BrokenSealError('claims.text_sealed').message).toBe('the seal of claims.text_sealed is broken');
  });
});

describe('sealJson', () => {
  it('keeps an identity exactly', () => {
    const identity = { name: '欧阳娜娜', phone: '13800138000', address: null, idNumber: '11010119900307001X' };

    expect(openJson(dataKey, cell, sealJson(dataKey, cell, identity))).toEqual(identity);
  });
});

describe('a data key', () => {
  it('is gone when nobody holds it any more, however much it sealed', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const held = new WeakRef(sealingKey());

    await new Promise(setImmediate);
    collectGarbage();

    expect(held.deref()).toBeUndefined();
  });
});

function sealingKey() {
  const key = newDataKey();
  seal(key, cell, '张三');
  return key;
}
