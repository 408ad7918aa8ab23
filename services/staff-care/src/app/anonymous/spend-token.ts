import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import { isSignedBlindly, knownBy } from '../../data/index.ts';
import { isAccepted, type AnonymousPurpose, type AnonymousToken } from '../../domain/anonymous-token.ts';
import type { ServiceTx } from '../operation.ts';

/** Takes a token in place of a name, once. */
export async function spendToken(
  tx: ServiceTx,
  { purpose, unitGroup }: Readonly<{ purpose: AnonymousPurpose; unitGroup: string }>,
  token: AnonymousToken,
): Promise<Result<null, 'TOKEN_NOT_VALID' | 'TOKEN_SPENT'>> {
  const { month, message } = token;
  if (!isAccepted(month, localDate(tx.now))) return fail('TOKEN_NOT_VALID');
  const key = await tx.anonymousDoor.key({ purpose, month, unitGroup });
  if (!key || !isSignedBlindly(key.publicKey, token)) return fail('TOKEN_NOT_VALID');
  // By its bytes: base64url writes the same bytes in more than one way.
  const isFirst = await tx.anonymousDoor.spend(knownBy(Buffer.from(message, 'base64url').toString('base64url')));
  return isFirst ? ok(null) : fail('TOKEN_SPENT');
}
