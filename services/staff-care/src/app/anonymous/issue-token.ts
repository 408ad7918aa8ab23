import { command, fail, ok } from '@onevisit/kernel';
import { knownBy } from '../../data/index.ts';
import type { AnonymousPurpose } from '../../domain/anonymous-token.ts';
import type { ServiceTx } from '../operation.ts';
import { presentMonth } from './present-month.ts';
import { unitGroupFor } from './unit-group.ts';

type Request = Readonly<{ purpose: AnonymousPurpose; blindedMessage: string; idempotencyKey?: null }>;

/**
 * 领取匿名令牌: one per member of staff, purpose and month. Without an idempotency row, that would tell the time: what
 * is sent again is known by the blinded message, which says nothing of the token.
 */
export const issueAnonymousToken = command(
  'issueAnonymousToken',
  'anonymous-token:issue',
  async (tx: ServiceTx, { purpose, blindedMessage }: Request) => {
    const staffId = tx.viewer.id;
    if (!(await tx.staff.find(staffId))) return fail('REQUESTER_NOT_ON_STAFF');
    const month = presentMonth(tx.now);
    const unitGroup = await unitGroupFor(tx, purpose);
    if (unitGroup === null) return fail('NO_UNIT_GROUP');
    const key = await tx.anonymousDoor.key({ purpose, month, unitGroup });
    if (!key) return fail('KEY_NOT_PREPARED');
    const blindSignature = tx.anonymousDoor.blindlySigned(key, blindedMessage);
    if (blindSignature === null) return fail('BLINDED_MESSAGE_NOT_VALID');

    const blindedHash = knownBy(blindedMessage);
    const first = await tx.anonymousDoor.issued({ staffId, purpose, month, blindedHash });
    return first === blindedHash ? ok({ blindSignature }) : fail('ALREADY_ISSUED');
  },
);
