import { capabilityHash, capabilityMatches, type CaseSecret, type SecretKind } from '@onevisit/vault';
import type { Secrets } from './secrets.ts';

/** What is kept instead of a secret of a case. */
export const keptHash = ({ capability }: Secrets, secret: CaseSecret): string =>
  capabilityHash(capability, secret).toString('base64url');

/** A secret as it was shown, read already (null: it can be none), and the hash that it has to match (null: none is kept). */
export type Shown = Readonly<{ kind: SecretKind; secret: string | null; kept: string | null }>;

const noCase = '00000000-0000-7000-8000-000000000000';

/**
 * Whether all that is shown opens the case. What is wrong does not show in the time it takes: a case that does not
 * exist, a secret that was never set and a wrong one are all compared.
 */
export function allMatch({ capability }: Secrets, caseId: string | null, shown: readonly Shown[]): boolean {
  const matches = shown.map(({ kind, secret, kept }) => {
    const claimed = { kind, caseId: caseId ?? noCase, secret: secret ?? '' };
    const hash = kept === null ? null : Buffer.from(kept, 'base64url');
    return capabilityMatches(capability, claimed, hash) && secret !== null;
  });
  return caseId !== null && matches.every(Boolean);
}
