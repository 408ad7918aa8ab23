import type { SigningKeys } from '@onevisit/home';
import { SignJWT } from 'jose';
import { audience } from './identity.ts';
import { signingAlgorithm } from './signing-key.ts';
import { staffTokenMinutes, type StaffClaims } from './staff-token.ts';

/**
 * Gives anybody who can read the installation's key a token of any persona. It is trusted only where the database is the
 * embedded one, or with --dev.
 */
export const developmentIssuer = 'urn:onevisit:development';

export const signStaffToken = async ({ sub, ...claims }: StaffClaims, keys: SigningKeys): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: signingAlgorithm, kid: keys.kid, typ: 'at+jwt' })
    .setIssuer(developmentIssuer)
    .setAudience(audience)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(`${staffTokenMinutes} minutes`)
    .sign(keys.privateJwk);
