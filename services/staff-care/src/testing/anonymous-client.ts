import { randomBytes, webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { AnonymousToken } from '../domain/anonymous-token.ts';

const suite = RSABSSA.SHA384.PSS.Randomized();

/** A token under way: what is sent to be signed, and how it becomes a token. */
export type BlindedToken = Readonly<{
  blindedMessage: string;
  finish: (blindSignature: string) => Promise<AnonymousToken>;
}>;

/** What the device of a member of staff does, by a library of its own for RFC 9474. */
export async function blindToken({
  publicKey,
  month,
}: Readonly<{ publicKey: string; month: string }>): Promise<BlindedToken> {
  const key = await webcrypto.subtle.importKey(
    'spki',
    Buffer.from(publicKey, 'base64url'),
    { name: 'RSA-PSS', hash: 'SHA-384' },
    true,
    ['verify'],
  );
  const message = suite.prepare(randomBytes(32));
  const { blindedMsg, inv } = await suite.blind(key, message);
  return {
    blindedMessage: Buffer.from(blindedMsg).toString('base64url'),
    finish: async (blindSignature) => {
      const signature = await suite.finalize(key, message, Buffer.from(blindSignature, 'base64url'), inv);
      return {
        month,
        message: Buffer.from(message).toString('base64url'),
        signature: Buffer.from(signature).toString('base64url'),
      };
    },
  };
}
