import type { SigningKeys } from '@onevisit/home';
import type { JWK } from 'jose';

/** Ed25519, and nothing else: a token that names another algorithm is refused before its key is looked for. */
export const signingAlgorithm = 'EdDSA';

/** The key set that anybody may check our signatures with; retired keys stay in it as long as their signatures hold. */
export const keySet = (keys: readonly SigningKeys[]): { keys: JWK[] } => ({
  keys: keys.flatMap(({ publicJwk, earlierPublicJwks }) => [publicJwk, ...earlierPublicJwks]),
});
