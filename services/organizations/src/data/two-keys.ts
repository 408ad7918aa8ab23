import { oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';

type TwoKeys = Readonly<{ id: string; code: string }>;

type ByEitherKey<Row> = Readonly<{
  byIds: (ids: readonly string[]) => Promise<readonly Row[]>;
  byCodes: (codes: readonly string[]) => Promise<readonly Row[]>;
}>;

/** Loads rows by either of their keys. What `remember` is told, or has been read by one key, is not read again. */
export function loadersByTwoKeys<Row extends TwoKeys>(read: ByEitherKey<Row>) {
  const byId = oneById(
    async (ids) => remember(await read.byIds(ids.filter(isId))),
    ({ id }) => id,
  );
  const byCode = oneById(
    async (codes) => remember(await read.byCodes(codes)),
    ({ code }) => code,
  );

  function remember<Read extends Row>(rows: readonly Read[]): readonly Read[] {
    for (const row of rows) {
      byId.prime(row.id, row);
      byCode.prime(row.code, row);
    }
    return rows;
  }

  return { byId, byCode, remember };
}
