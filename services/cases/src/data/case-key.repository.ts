import { newDataKey, unwrapKey, wrapKey, type DataKey, type KeyRing } from '@onevisit/vault';
import type { EntityManager } from 'typeorm';

/** 数据密钥: a key for each case, wrapped by the ring's; whoever destroys its row has shredded what the case sealed. */
export const caseKeyRepository = (manager: EntityManager, ring: KeyRing) => ({
  create: async (caseId: string): Promise<DataKey> => {
    const key = newDataKey();
    await manager.query('insert into case_keys (case_id, wrapped_key) values ($1, $2)', [
      caseId,
      wrapKey(ring, caseId, key),
    ]);
    return key;
  },

  of: async (caseId: string): Promise<DataKey> => {
    const [row] = await manager.query<{ wrapped_key: string }[]>(
      'select wrapped_key from case_keys where case_id = $1',
      [caseId],
    );
    if (!row) throw new Error(`no key of case ${caseId}`);
    return unwrapKey(ring, caseId, row.wrapped_key);
  },
});
