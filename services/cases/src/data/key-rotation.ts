import type { Database } from '@onevisit/data';
import { rewrapKey, wrappedPrefix, type KeyRing } from '@onevisit/vault';

type Row = Readonly<{ case_id: string; wrapped_key: string }>;

/** Wraps some of the keys anew that the ring's current key did not wrap, in one transaction. Answers how many. */
export const rewrapSome = ({ source }: Pick<Database, 'source'>, ring: KeyRing, limit: number): Promise<number> =>
  source.transaction(async (manager) => {
    const rows = await manager.query<Row[]>(
      `select case_id, wrapped_key from case_keys where not starts_with(wrapped_key, $1)
       order by case_id limit $2 for update`,
      [wrappedPrefix(ring), limit],
    );
    await manager.query(
      `update case_keys k set wrapped_key = n.wrapped_key
       from unnest($1::uuid[], $2::text[]) as n (case_id, wrapped_key) where k.case_id = n.case_id`,
      [rows.map((row) => row.case_id), rows.map((row) => rewrapKey(ring, row.case_id, row.wrapped_key))],
    );
    return rows.length;
  });
