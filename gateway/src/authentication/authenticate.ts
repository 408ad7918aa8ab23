import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import {
  BadTokenError,
  IssuerUnreachableError,
  type Identity,
  type TokenRules,
  type VerifiedToken,
} from './identity.ts';
import type { Issuer } from './issuer.ts';

/** Who sends a request, by its authorization header; null where nobody has logged in. Throws BadTokenError. */
export type Authenticate = (authorization: string | undefined) => Promise<Identity | null>;

// What is good stays good until it expires: to verify it again for each request would cost more than most operations.
const mostRemembered = 2_000;

export function createAuthenticate(issuers: readonly Issuer[]): Authenticate {
  const issuerOf = new Map(issuers.map((issuer) => [issuer.name, issuer]));
  const remembered = new Map<string, VerifiedToken>();

  return async (authorization) => {
    if (authorization === undefined) return null;
    const token = bearerToken(authorization);
    const known = remembered.get(token);
    if (known && known.expiresAt > Date.now()) return known.identity;

    const verified = await verifiedToken(token, issuerOf);
    const [oldest] = remembered.keys();
    if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
    remembered.set(token, verified);
    return verified.identity;
  };
}

function bearerToken(authorization: string): string {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new BadTokenError('authorization');
  return token;
}

async function verifiedToken(token: string, issuerOf: ReadonlyMap<string, Issuer>): Promise<VerifiedToken> {
  try {
    // Read unverified, to know whose rules it must keep; those pin the issuer again.
    const issuer = issuerOf.get(decodeJwt(token).iss ?? '');
    if (!issuer) throw new BadTokenError('issuer');
    const { payload } = await jwtVerify(token, issuer.keys, issuer.rules);
    const identity = Object.freeze(issuer.identityOf(payload));
    return { identity, expiresAt: expiryOf(payload, issuer.rules) };
  } catch (error) {
    throw isUnreachable(error) ? new IssuerUnreachableError('keys', { cause: error }) : asBadToken(error);
  }
}

const expiryOf = ({ exp = 0, iat = 0 }: JWTPayload, { maxTokenAge }: TokenRules): number =>
  Math.min(exp, iat + maxTokenAge) * 1_000;

/** The key set did not answer, or not with a key set. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');

const asBadToken = (error: unknown): unknown =>
  error instanceof errors.JOSEError ? new BadTokenError('token', { cause: error }) : error;
