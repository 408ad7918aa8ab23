import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keyFiles, type Key, type KeyRing, type KeySource } from './key-file.ts';
import { signingKeys, type SigningKeys } from './signing-key.ts';

/** The keys that the gateway speaks to one subgraph with. */
export type SubgraphKeys = Readonly<{ current: Key; all: ReadonlyMap<string, Buffer> }>;

/** Every secret of one installation. */
export type InstallationKeys = Readonly<{
  /** Signs the tokens of the development issuer. */
  tokenIssuer: SigningKeys;
  /** Signs receipts (收件凭证). */
  receipt: SigningKeys;
  subgraph: (name: string) => SubgraphKeys;
  vault: Readonly<{
    /** Wraps the data keys of cases; the first is current. */
    ring: KeyRing;
    /** Recognises one identity within one matter. */
    matterKey: Buffer;
  }>;
  /** Recognises tracking codes and PINs. */
  capability: Buffer;
  /** Recognises a request that is repeated. */
  requests: Buffer;
}>;

/** The keys of this installation, made at first use in `<home>/keys`. */
export function installationKeys(home: string): InstallationKeys {
  const folder = join(home, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return keysFrom(keyFiles(folder));
}

/** Every secret from the rings of a source; those of a subgraph when they are first asked for. */
export function keysFrom(ringOf: KeySource): InstallationKeys {
  const subgraphs = new Map<string, SubgraphKeys>();
  return {
    tokenIssuer: signingKeys(ringOf('token-issuer')),
    receipt: signingKeys(ringOf('receipt')),
    subgraph: (name) => {
      const keys = subgraphs.get(name) ?? subgraphKeys(ringOf(`subgraph-${name}`));
      subgraphs.set(name, keys);
      return keys;
    },
    vault: { ring: ringOf('vault'), matterKey: ringOf('matter')[0].key },
    capability: ringOf('capability')[0].key,
    requests: ringOf('requests')[0].key,
  };
}

const subgraphKeys = (ring: KeyRing): SubgraphKeys => ({
  current: ring[0],
  all: new Map(ring.map(({ id, key }) => [id, key])),
});
