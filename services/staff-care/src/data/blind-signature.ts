import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPair,
  privateEncrypt,
  verify,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';

const modulusLength = 2048;
const saltLength = 48;

/** A key pair that signs blindly: RSABSSA-SHA384-PSS-Randomized of RFC 9474. Public SPKI in base64url, private PEM. */
export async function newBlindKey(): Promise<Readonly<{ publicKey: string; privateKey: string }>> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

/** BlindSign: the bare RSA operation, that OpenSSL checks for faults. Null where it is no number below the modulus. */
export function blindSign(privateKey: string, blindedMessage: string): string | null {
  const blinded = Buffer.from(blindedMessage, 'base64url');
  if (blinded.length !== modulusLength / 8) return null;
  try {
    return privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded).toString('base64url');
  } catch {
    return null;
  }
}

/** Whether the unblinded signature is one of that key: RSASSA-PSS over the prepared message. */
export function isSignedBlindly(
  publicKey: string,
  { message, signature }: Readonly<{ message: string; signature: string }>,
): boolean {
  const key = { key: keyOf(publicKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
  return verify('sha384', Buffer.from(message, 'base64url'), key, Buffer.from(signature, 'base64url'));
}

const keyOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });

/** What a token, a blinded message or a reply token is known by: each is long and random, so none can be guessed. */
export const knownBy = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
