import type { Viewer } from '@onevisit/kernel';
import type { JWTVerifyOptions } from 'jose';

/** Who a token speaks for. The language is the request's own affair. */
export type Identity = Omit<Viewer, 'language'>;

/** What a token says of its bearer, once its signature and its times were found good. */
export type VerifiedToken = Readonly<{
  identity: Identity;
  /** Moment of the real clock, in milliseconds, from which it is no longer good. */
  expiresAt: number;
}>;

/** The token is not one of ours, or not any more. Says nothing of why. */
export class BadTokenError extends Error {
  override readonly name = 'BadTokenError';
}

/** No key of the issuer can be had to check the token with: nothing is known of it, neither good nor bad. */
export class IssuerUnreachableError extends Error {
  override readonly name = 'IssuerUnreachableError';
}

/** How a token is checked; it lives for `maxTokenAge` seconds at most, whatever else it says. */
export type TokenRules = JWTVerifyOptions & Readonly<{ maxTokenAge: number }>;

/** Every token is made for this graph. */
export const audience = 'onevisit';
