import { staffRoles, type StaffRole } from '@onevisit/kernel';
import type { JWTPayload } from 'jose';
import { audience, BadTokenError, type Identity, type TokenRules } from './identity.ts';

/** Minutes that a member of staff can work with one token. */
export const staffTokenMinutes = 15;

/** What a staff token must be, whoever issued it: an access token (RFC 9068) of a pinned issuer and algorithm. */
export const staffTokenRules = (issuer: string, algorithms: readonly string[]): TokenRules => ({
  algorithms: [...algorithms],
  issuer,
  audience,
  typ: 'at+jwt',
  requiredClaims: ['exp', 'iat', 'sub', 'roles'],
  maxTokenAge: staffTokenMinutes * 60,
  clockTolerance: 5,
});

/** What a member of staff is, as their token says it. */
export type StaffClaims = Readonly<{
  sub: string;
  roles: readonly StaffRole[];
  organization_id: string | null;
  area_code: string | null;
  task_force_code: string | null;
}>;

/** Roles that are not staff's are not taken from a staff token, whoever signed it. */
export function staffIdentity(claims: JWTPayload): Identity {
  const given = claims['roles'];
  const roles = Object.freeze(staffRoles.filter((role) => Array.isArray(given) && given.includes(role)));
  if (!claims.sub || roles.length === 0) throw new BadTokenError('roles');
  return {
    id: claims.sub,
    roles,
    organizationId: textOf(claims['organization_id']),
    areaCode: textOf(claims['area_code']),
    taskForceCode: textOf(claims['task_force_code']),
    caseId: null,
    grade: null,
  };
}

const textOf = (claim: unknown): string | null => (typeof claim === 'string' && claim !== '' ? claim : null);
