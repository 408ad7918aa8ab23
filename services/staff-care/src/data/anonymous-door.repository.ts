import { insertRow } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { AnonymousKey, AnonymousPurpose } from '../domain/anonymous-token.ts';
import { anonymousKeyTable, type SealedAnonymousKey } from './anonymous-door.table.ts';
import { blindSign, newBlindKey } from './blind-signature.ts';
import { layAnew, lockWhole } from './lay-anew.ts';
import type { RowSeal } from './row-seal.ts';

type Month = Readonly<{ purpose: AnonymousPurpose; month: string }>;
type Door = Month & Readonly<{ unitGroup: string }>;
type Issue = Month & Readonly<{ staffId: string; blindedHash: string }>;

export const anonymousDoorRepository = (manager: EntityManager, rowSeal: RowSeal) => ({
  key: ({ purpose, month, unitGroup }: Door): Promise<SealedAnonymousKey | null> =>
    manager.findOneBy(anonymousKeyTable, { purpose, month, unitGroup }),

  /** The key of that month and group, made by who asks for it first; two who ask at once get the same. */
  preparedKey: async (id: string, { purpose, month, unitGroup }: Door): Promise<AnonymousKey> => {
    await manager.query('lock table anonymous_keys in share row exclusive mode');
    const present = await manager.findOneBy(anonymousKeyTable, { purpose, month, unitGroup });
    if (present) return present;

    const { publicKey, privateKey } = await newBlindKey();
    const wrappedKey = rowSeal.newKey(id);
    const privateSealed = rowSeal.under(id, wrappedKey).seal('anonymous_keys.private_sealed', id, privateKey);
    await insertRow(manager, anonymousKeyTable, {
      id,
      purpose,
      month,
      unitGroup,
      publicKey,
      wrappedKey,
      privateSealed,
    });
    return { id, purpose, month, unitGroup, publicKey };
  },

  blindlySigned: ({ id, wrappedKey, privateSealed }: SealedAnonymousKey, blindedMessage: string): string | null =>
    blindSign(rowSeal.under(id, wrappedKey).open('anonymous_keys.private_sealed', id, privateSealed), blindedMessage),

  /** What somebody took a token with, whoever asks first; a second attempt answers what the first one came with. */
  issued: async ({ staffId, purpose, month, blindedHash }: Issue): Promise<string> => {
    await lockWhole(manager, 'anonymous_token_issues');
    const values = [staffId, purpose, month];
    const [present] = await manager.query<{ blinded_hash: string }[]>(
      'select blinded_hash from anonymous_token_issues where staff_id = $1 and purpose = $2 and month = $3',
      values,
    );
    if (present) return present.blinded_hash;

    await manager.query(
      'insert into anonymous_token_issues (staff_id, purpose, month, blinded_hash) values ($1, $2, $3, $4)',
      [...values, blindedHash],
    );
    await layAnew(manager, { table: 'anonymous_token_issues', order: 'staff_id, month' });
    return blindedHash;
  },

  /** Whether the token was good still; from now on it is not. */
  spend: async (tokenHash: string): Promise<boolean> => {
    await lockWhole(manager, 'anonymous_spent_tokens');
    const spent = await manager.query<unknown[]>(
      'insert into anonymous_spent_tokens (token_hash) values ($1) on conflict do nothing returning token_hash',
      [tokenHash],
    );
    if (spent.length > 0) await layAnew(manager, { table: 'anonymous_spent_tokens', order: 'token_hash' });
    return spent.length > 0;
  },
});
