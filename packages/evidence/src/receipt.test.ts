import { describe, expect, it } from '@jest/globals';
import { CompactSign, exportJWK, generateKeyPair, type CompactJWSHeaderParameters, type JWK } from 'jose';
import { contentMatches, signReceipt, verifyReceipt, type ReceiptFacts } from './index.ts';

const publicJwk: JWK = { kty: 'OKP', crv: 'Ed25519', kid: 'r1', x: 'ebVWLo_mVPlAeLES6KmLp5AfhTrmlb7X4OORC60ElmQ' };
const key = { kid: 'r1', privateJwk: { ...publicJwk, d: 'AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA' } };
const jwks = { keys: [publicJwk] };

const content = '反映拖欠工资😀\n共 3 人';
const facts: ReceiptFacts = {
  receiptNo: 'SJ26-4T8W-BN2C-7',
  caseNo: 'YZ26-7F3K-9QXM-E',
  receivedAt: new Date('2026-08-03T01:02:03.004Z'),
  organizationCode: '990102-LETT',
};

// Made with another implementation. People hold receipts like this: it verifies for ever.
const golden =
  'eyJhbGciOiJFZERTQSIsImtpZCI6InIxIiwic2FsdCI6IjAwMDEwMjAzMDQwNTA2MDcwODA5MGEwYjBjMGQwZTBmIiwidHlwIjoib25ldmlzaXQtc' +
  'mVjZWlwdCJ9.eyJyZWNlaXB0Tm8iOiJTSjI2LTRUOFctQk4yQy03IiwiY2FzZU5vIjoiWVoyNi03RjNLLTlRWE0tRSIsInJlY2VpdmVkQXQiOiIy' +
  'MDI2LTA4LTAzVDAxOjAyOjAzLjAwNFoiLCJvcmdhbml6YXRpb25Db2RlIjoiOTkwMTAyLUxFVFQiLCJjb250ZW50SGFzaCI6Ijk3ZTVlYzdiZmUxM' +
  'zkzYTU2OGRjY2JiM2M3NDgwMDk2ZDRlYmQ5MTI3MWE1MDBlYzhiNjdmNzU2NjQ1NDdiMTIifQ.nNrpQ9K3TBhypVkeoN4F7D3iMzhRVDo4YZlDwmy' +
  'SIBf9jZZMFvgqJ7ELTzvYq8yTiKSr1fIPAvVv6fGOCxrSDw';

const genuine = {
  ...facts,
  contentHash: '97e5ec7bfe1393a568dccbb3c7480096d4ebd91271a500ec8b67f75664547b12',
  salt: '000102030405060708090a0b0c0d0e0f',
};
const header: CompactJWSHeaderParameters = { alg: 'EdDSA', kid: 'r1', salt: genuine.salt, typ: 'onevisit-receipt' };
const payload = { ...facts, receivedAt: facts.receivedAt.toISOString(), contentHash: genuine.contentHash };

const partsOf = (receipt: string): readonly unknown[] =>
  receipt
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown);

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that is signed correctly, whatever it says. */
const signed = async (head: CompactJWSHeaderParameters, body: unknown, by: JWK | Uint8Array = key.privateJwk) =>
  new CompactSign(Buffer.from(JSON.stringify(body))).setProtectedHeader(head).sign(by);

describe('signReceipt', () => {
  it('makes a receipt that is valid and says what was received', async () => {
    const verdict = await verifyReceipt(await signReceipt(key, facts, content), jwks);

    expect(verdict).toEqual({
      status: 'VALID',
      receipt: { ...facts, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/), salt: expect.any(String) },
    });
  });

  it('carries these five facts, and the salt beside them', async () => {
    expect(partsOf(await signReceipt(key, facts, content))).toEqual([
      { ...header, salt: expect.stringMatching(/^[0-9a-f]{32}$/) },
      { ...payload, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it('salts every receipt anew, so that equal contents do not show', async () => {
    const [one, other] = await Promise.all([signReceipt(key, facts, content), signReceipt(key, facts, content)]);
    const [first, second] = [await verifyReceipt(one, jwks), await verifyReceipt(other, jwks)];
    if (first.status !== 'VALID' || second.status !== 'VALID') throw new Error('not valid');

    expect(first.receipt.salt).not.toBe(second.receipt.salt);
    expect(first.receipt.contentHash).not.toBe(second.receipt.contentHash);
  });

  it.each<[string, Partial<ReceiptFacts>]>([
    ['a number that is none', { receiptNo: 'SJ26-4T8W-BN2C-8' }],
    ['a case number that is none', { caseNo: 'SJ26-4T8W-BN2C-7' }],
    ['no organization', { organizationCode: '' }],
  ])('signs nothing with %s', async (_, change) => {
    await expect(signReceipt(key, { ...facts, ...change }, content)).rejects.toThrow(RangeError);
  });
});

describe('verifyReceipt', () => {
  it('knows a receipt that was given before', async () => {
    expect(await verifyReceipt(golden, jwks)).toEqual({ status: 'VALID', receipt: genuine });
  });

  it('finds the key among those of all years', async () => {
    const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const newer = { ...(await exportJWK(publicKey)), kid: 'r2' };

    expect((await verifyReceipt(golden, { keys: [newer, publicJwk] })).status).toBe('VALID');
  });

  it('refuses a receipt of which any character was changed', async () => {
    const changed = Array.from(golden, (character, position) =>
      ['A', 'B', '.'].filter((other) => other !== character).map((other) => withCharacter(position, other)),
    );

    expect(await validAmong(changed.flat())).toEqual([]);
  });

  it('refuses every other spelling of the same signature', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const respelled = Array.from(alphabet, (other) => withCharacter(golden.length - 1, other));

    expect(await validAmong([...respelled, `${golden}=`, `${golden}==`, `${golden}\n`, ` ${golden}`])).toEqual([
      golden,
    ]);
  });

  it('refuses a receipt that lacks any of its characters', async () => {
    const shortened = Array.from(golden, (_, position) => golden.slice(0, position) + golden.slice(position + 1));

    expect(await validAmong(shortened)).toEqual([]);
  });

  it('refuses parts of two genuine receipts put together', async () => {
    const [head, , signature] = golden.split('.');
    const [otherHead, otherBody] = (await signReceipt(key, facts, content)).split('.');

    expect(
      await validAmong([`${head}.${otherBody}.${signature}`, `${otherHead}.${golden.split('.').slice(1).join('.')}`]),
    ).toEqual([]);
  });

  it('refuses a receipt that nobody signed', async () => {
    const [head, body] = [encoded({ ...header, alg: 'none' }), encoded(payload)];

    expect(await validAmong([`${head}.${body}.`, `${head}.${body}`])).toEqual([]);
  });

  it('refuses a receipt that is signed with the public key as if it were a secret', async () => {
    const secret = Buffer.from(publicJwk.x ?? '', 'base64url');

    expect(await validAmong([await signed({ ...header, alg: 'HS256' }, payload, secret)])).toEqual([]);
  });

  it('refuses the signature of another key under the same id', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });

    expect(await validAmong([await signed(header, payload, await exportJWK(privateKey))])).toEqual([]);
  });

  it('refuses another key id, and none', async () => {
    const { kid, ...anonymous } = header;

    expect(
      await validAmong([await signed({ ...header, kid: `${kid}x` }, payload), await signed(anonymous, payload)]),
    ).toEqual([]);
  });

  it('refuses the algorithm by its other name', async () => {
    expect(await validAmong([await signed({ ...header, alg: 'Ed25519' }, payload)])).toEqual([]);
  });

  it.each([
    ['another type', { ...header, typ: 'JWT' }],
    ['a short salt', { ...header, salt: '00' }],
    ['no salt', { alg: 'EdDSA', kid: 'r1', typ: 'onevisit-receipt' }],
    ['one header more', { ...header, iat: 1 }],
  ])('refuses what the same key signed with %s', async (_, head) => {
    expect(await validAmong([await signed(head, payload)])).toEqual([]);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['one fact more', { ...payload, petitioner: 'x' }],
    ['one fact less', { ...payload, organizationCode: undefined }],
    ['an empty fact', { ...payload, organizationCode: '' }],
    ['a number for a text', { ...payload, organizationCode: 990102 }],
    ['a time that is none', { ...payload, receivedAt: '2026-02-30T00:00:00.000Z' }],
    ['a day for a time', { ...payload, receivedAt: '2026-08-03' }],
    ['a receipt number that is none', { ...payload, receiptNo: 'SJ26-4T8W-BN2C-8' }],
    ['a case number that is none', { ...payload, caseNo: 'SJ26-4T8W-BN2C-7' }],
    ['a hash that is none', { ...payload, contentHash: '97e5' }],
  ])('refuses what the same key signed of %s', async (_, body) => {
    expect(await validAmong([await signed(header, body)])).toEqual([]);
  });

  it.each(['', '.', '..', '...', 'null', '{}', '回执', '\0', `${golden}.x`, 'a'.repeat(100_000), '.'.repeat(100_000)])(
    'refuses garbage without a fault',
    async (garbage) => {
      expect(await verifyReceipt(garbage, jwks)).toEqual({ status: 'INVALID' });
    },
  );

  it('refuses everything where there is no key', async () => {
    expect(await verifyReceipt(golden, { keys: [] })).toEqual({ status: 'INVALID' });
  });

  it('blames a broken key set on the key set, not on the receipt', async () => {
    await expect(verifyReceipt(golden, JSON.parse('{"keys":1}'))).rejects.toThrow('JSON Web Key Set malformed');
  });
});

describe('contentMatches', () => {
  it('knows the content that was received', () => {
    expect(contentMatches(genuine, content)).toBe(true);
  });

  it.each(['', content.trimEnd().slice(1), `${content}\n`, content.replace('3', '4'), content.normalize('NFD') + ' '])(
    'refuses %j',
    (other) => {
      expect(contentMatches(genuine, other)).toBe(false);
    },
  );

  it('refuses under another salt', () => {
    expect(contentMatches({ ...genuine, salt: genuine.salt.replace(/0f$/, '10') }, content)).toBe(false);
  });
});

const withCharacter = (position: number, character: string): string =>
  golden.slice(0, position) + character + golden.slice(position + 1);

async function validAmong(receipts: readonly string[]): Promise<readonly string[]> {
  const verdicts = await Promise.all(
    receipts.map(async (receipt) => ({ receipt, status: (await verifyReceipt(receipt, jwks)).status })),
  );
  return verdicts.filter(({ status }) => status === 'VALID').map(({ receipt }) => receipt);
}
