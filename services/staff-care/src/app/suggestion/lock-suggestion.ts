import { fail, ok, type Result } from '@onevisit/kernel';
import { canDecideSuggestion, canSeeSuggestion } from '../../domain/staff-suggestion.policy.ts';
import type { StaffSuggestion } from '../../domain/staff-suggestion.ts';
import { isStale } from '../../domain/version.ts';
import type { ServiceTx } from '../operation.ts';

type Asked = Readonly<{ suggestionId: string; expectedVersion?: number | null | undefined }>;

/** Locks a suggestion for who decides on it; one that the viewer may not see does not exist. */
export async function lockToDecide(
  tx: ServiceTx,
  { suggestionId, expectedVersion }: Asked,
): Promise<Result<StaffSuggestion, 'SUGGESTION_NOT_FOUND' | 'NOT_THE_DECIDER' | 'STALE_VERSION'>> {
  const suggestion = await tx.suggestions.locked(suggestionId);
  if (!suggestion) return fail('SUGGESTION_NOT_FOUND');

  const { organizationId } = suggestion;
  const superiorId = organizationId === null ? null : await tx.organizations.superiorOf(organizationId);
  const subject = { ...suggestion, superiorId };
  if (!canSeeSuggestion(tx.viewer, subject, tx.now)) return fail('SUGGESTION_NOT_FOUND');
  if (!canDecideSuggestion(tx.viewer, subject, tx.now)) return fail('NOT_THE_DECIDER');
  return isStale(suggestion, expectedVersion) ? fail('STALE_VERSION') : ok(suggestion);
}
