import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { installationKeys } from './keys.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keys-'));
});

afterEach(() => rmSync(home, { recursive: true }));

const asked = () => {
  const keys = installationKeys(home);
  return JSON.stringify([keys, keys.subgraph('cases').current]);
};

describe('installationKeys', () => {
  it('are made once and stay', () => {
    expect(asked()).toBe(asked());
  });

  it('differ by purpose', () => {
    const keys = installationKeys(home);
    const secrets = [
      keys.tokenIssuer.privateJwk.d,
      keys.receipt.privateJwk.d,
      ...[keys.subgraph('cases').current.key, keys.subgraph('staff-care').current.key, keys.vault.ring[0].key].map(
        (key) => key.toString('base64url'),
      ),
      keys.vault.matterKey.toString('base64url'),
      keys.capability.toString('base64url'),
      keys.requests.toString('base64url'),
    ];
    expect(new Set(secrets).size).toBe(8);
  });

  it('are for the eyes of their owner only', () => {
    installationKeys(home).subgraph('cases');
    const folder = join(home, 'keys');
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('sign what their public half verifies', () => {
    const { privateJwk, publicJwk } = installationKeys(home).receipt;
    const signature = sign(null, Buffer.from('SJ26'), createPrivateKey({ key: { ...privateJwk }, format: 'jwk' }));
    const publicKey = createPublicKey({ key: { ...publicJwk }, format: 'jwk' });
    expect(verify(null, Buffer.from('SJ26'), publicKey, signature)).toBe(true);
    expect(verify(null, Buffer.from('SJ27'), publicKey, signature)).toBe(false);
  });

  it('are the same for six processes that start together', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, inAnotherProcess));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toBe(asked());
  });

  it('rotate: the key in front is current, the one behind it still opens', () => {
    const before = installationKeys(home);
    const earlier = before.subgraph('cases').current.id;
    for (const purpose of ['subgraph-cases', 'receipt', 'vault']) putInFront(purpose);

    const after = installationKeys(home);
    const { current, all } = after.subgraph('cases');

    expect(current.id).toBe('new');
    expect([...all.keys()]).toEqual(['new', earlier]);
    expect(after.receipt.earlierPublicJwks).toEqual([before.receipt.publicJwk]);
    expect(after.vault.ring.slice(1)).toEqual(before.vault.ring);
  });

  it('refuse a file that holds no whole key', () => {
    installationKeys(home);
    writeFileSync(join(home, 'keys', 'vault.json'), '{"keys":[{"id":"a","key":"c2hvcnQ"}]}');
    expect(() => installationKeys(home)).toThrow('Bad keys of vault');
  });
});

function putInFront(purpose: string): void {
  const file = join(home, 'keys', `${purpose}.json`);
  const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: object[] };
  writeFileSync(
    file,
    JSON.stringify({ keys: [{ id: 'new', key: Buffer.alloc(32, 9).toString('base64url') }, ...keys] }),
  );
}

async function inAnotherProcess(): Promise<string> {
  const module = JSON.stringify(join(__dirname, 'index.ts'));
  const script = `
    const { installationKeys } = await import(${module});
    const keys = installationKeys(${JSON.stringify(home)});
    console.log(JSON.stringify([keys, keys.subgraph('cases').current]));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return output.trim();
}
