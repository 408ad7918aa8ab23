import { createPrivateKey } from 'node:crypto';
import type { Key, KeyRing } from './key-file.ts';

/** The public half of an Ed25519 key, as JWKS publishes it. */
export type PublicJwk = Readonly<{
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
}>;

export type PrivateJwk = PublicJwk & Readonly<{ d: string }>;

/** What signs, and what its signatures are checked with. */
export type SigningKeys = Readonly<{
  kid: string;
  privateJwk: PrivateJwk;
  publicJwk: PublicJwk;
  /** Of keys that sign no more, whose signatures still hold. */
  earlierPublicJwks: readonly PublicJwk[];
}>;

export function signingKeys([current, ...earlier]: KeyRing): SigningKeys {
  const publicJwk = publicJwkOf(current);
  return {
    kid: current.id,
    privateJwk: { ...publicJwk, d: current.key.toString('base64url') },
    publicJwk,
    earlierPublicJwks: earlier.map(publicJwkOf),
  };
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8.
const derPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

function publicJwkOf({ id, key }: Key): PublicJwk {
  const { x } = createPrivateKey({ key: Buffer.concat([derPrefix, key]), format: 'der', type: 'pkcs8' }).export({
    format: 'jwk',
  });
  if (x === undefined) throw new Error(`Key ${id} has no public half`);
  return { kty: 'OKP', crv: 'Ed25519', x, kid: id, alg: 'EdDSA', use: 'sig' };
}
