import type { SigningKeys } from '@onevisit/home';
import { createLocalJWKSet, createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { developmentIssuer } from './development-issuer.ts';
import type { Identity, TokenRules } from './identity.ts';
import { petitionerIdentity, petitionerIssuer, petitionerTokenRules } from './petitioner-token.ts';
import { keySet, signingAlgorithm } from './signing-key.ts';
import { staffIdentity, staffTokenRules } from './staff-token.ts';

/** Whose tokens are taken, how each must look, and whom it makes of its bearer. */
export type Issuer = Readonly<{
  name: string;
  keys: JWTVerifyGetKey;
  rules: TokenRules;
  identityOf: (claims: JWTPayload) => Identity;
}>;

/** Who the gateway gives tokens to for a tracking code. */
export const petitioners = (keys: SigningKeys): Issuer => ({
  name: petitionerIssuer,
  keys: createLocalJWKSet(keySet([keys])),
  rules: petitionerTokenRules,
  identityOf: petitionerIdentity,
});

/** The personas of development. */
export const developers = (keys: SigningKeys): Issuer => ({
  name: developmentIssuer,
  keys: createLocalJWKSet(keySet([keys])),
  rules: staffTokenRules(developmentIssuer, [signingAlgorithm]),
  identityOf: staffIdentity,
});

export type OidcSettings = Readonly<{ issuer: string; jwksUrl: URL }>;

// Signatures with a public half only: a shared secret could be turned against a public key (HS256 confusion).
const oidcAlgorithms = [signingAlgorithm, 'ES256', 'PS256', 'RS256'];
const day = 24 * 60 * 60 * 1_000;

/** The city's own log-in. Its keys stay good for a day while it cannot be reached; an unknown one is fetched at once. */
export const oidc = ({ issuer, jwksUrl }: OidcSettings): Issuer => ({
  name: issuer,
  keys: createRemoteJWKSet(jwksUrl, { cacheMaxAge: day, cooldownDuration: 30_000, timeoutDuration: 3_000 }),
  rules: staffTokenRules(issuer, oidcAlgorithms),
  identityOf: staffIdentity,
});
