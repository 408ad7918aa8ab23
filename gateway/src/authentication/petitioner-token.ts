import type { SigningKeys } from '@onevisit/home';
import type { CapabilityGrade } from '@onevisit/kernel';
import { SignJWT, type JWTPayload } from 'jose';
import { audience, BadTokenError, type Identity, type TokenRules } from './identity.ts';
import { signingAlgorithm } from './signing-key.ts';

/** The gateway itself: it gives these out for a tracking code. */
export const petitionerIssuer = 'urn:onevisit:petitioner';

export const petitionerTokenMinutes = 30;

const type = 'petitioner+jwt';

export const petitionerTokenRules: TokenRules = {
  algorithms: [signingAlgorithm],
  issuer: petitionerIssuer,
  audience,
  typ: type,
  requiredClaims: ['exp', 'iat', 'sub', 'case_id', 'grade'],
  maxTokenAge: petitionerTokenMinutes * 60,
  clockTolerance: 5,
};

/** A capability for one case, as cases has verified it. */
export type Capability = Readonly<{ caseId: string; grade: CapabilityGrade }>;

export const signPetitionerToken = async ({ caseId, grade }: Capability, keys: SigningKeys): Promise<string> =>
  new SignJWT({ case_id: caseId, grade })
    .setProtectedHeader({ alg: signingAlgorithm, kid: keys.kid, typ: type })
    .setIssuer(petitionerIssuer)
    .setAudience(audience)
    .setSubject(`case:${caseId}`)
    .setIssuedAt()
    .setExpirationTime(`${petitionerTokenMinutes} minutes`)
    .sign(keys.privateJwk);

export function petitionerIdentity(claims: JWTPayload): Identity {
  const { case_id: caseId, grade } = claims;
  if (typeof caseId !== 'string' || (grade !== 'VIEW' && grade !== 'ACT')) throw new BadTokenError('capability');
  return {
    id: `case:${caseId}`,
    roles: Object.freeze(['PETITIONER'] as const),
    organizationId: null,
    areaCode: null,
    taskForceCode: null,
    caseId,
    grade,
  };
}
