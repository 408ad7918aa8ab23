import { command, fail, ok } from '@onevisit/kernel';
import type { AnonymousPurpose } from '../../domain/anonymous-token.ts';
import type { ServiceTx } from '../operation.ts';
import { presentMonth } from './present-month.ts';
import { unitGroupFor } from './unit-group.ts';

type Request = Readonly<{ purpose: AnonymousPurpose; idempotencyKey?: null }>;

/** 取匿名公钥: the same for everybody, so that no key says who somebody is. */
export const prepareAnonymousToken = command(
  'prepareAnonymousToken',
  'anonymous-token:issue',
  async (tx: ServiceTx, { purpose }: Request) => {
    if (!(await tx.staff.find(tx.viewer.id))) return fail('REQUESTER_NOT_ON_STAFF');
    const unitGroup = await unitGroupFor(tx, purpose);
    if (unitGroup === null) return fail('NO_UNIT_GROUP');
    const month = presentMonth(tx.now);
    const { publicKey } = await tx.anonymousDoor.preparedKey(tx.newId(), { purpose, month, unitGroup });
    return ok({ month, unitGroup, publicKey });
  },
);
