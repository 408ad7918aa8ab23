import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { madeOnce } from './private-file.ts';

/** A secret of 32 bytes under the name that what it made carries along. */
export type Key = Readonly<{ id: string; key: Buffer }>;

/** The keys of one purpose; the first is current, the rest still open what they closed. */
export type KeyRing = readonly [Key, ...Key[]];

/** Where key rings come from: the installation's files, or fixed ones in tests. */
export type KeySource = (purpose: string) => KeyRing;

type KeyFile = Readonly<{ keys: readonly Readonly<{ id: string; key: string }>[] }>;

/** Rings in `<folder>/<purpose>.json`; made at first use. To rotate one, put a key in front. */
export const keyFiles =
  (folder: string): KeySource =>
  (purpose) =>
    parsedRing(purpose, madeOnce(join(folder, `${purpose}.json`), newRing));

function newRing(): string {
  const content: KeyFile = {
    keys: [{ id: randomBytes(4).toString('hex'), key: randomBytes(32).toString('base64url') }],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function parsedRing(purpose: string, text: string): KeyRing {
  const { keys } = JSON.parse(text) as KeyFile;
  const [current, ...earlier] = keys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64url') }));
  if (!current || [current, ...earlier].some(({ key }) => key.length !== 32)) throw new Error(`Bad keys of ${purpose}`);
  return [current, ...earlier];
}
