import type { EntityManager } from 'typeorm';

type Rows = Readonly<{
  table:
    | 'anonymous_token_issues'
    | 'anonymous_spent_tokens'
    | 'waiting_suggestions'
    | 'pulse_answers'
    | 'support_raters'
    | 'support_levels';
  /** The columns that they come to lie by: random, or known to everybody. */
  order: string;
}>;

/** Nobody else adds to the table until the transaction ends. */
export const lockWhole = (manager: EntityManager, table: Rows['table']) =>
  manager.query(`lock table ${table} in exclusive mode`);

/**
 * Writes all rows again: afterwards neither their places in the table nor their transaction (`ctid`, `xmin`) say which
 * came first, so that the order of the issued tokens and of what was sent with them cannot be laid side by side.
 */
export async function layAnew(manager: EntityManager, { table, order }: Rows): Promise<void> {
  await manager.query(
    `with taken as (delete from ${table} returning *) insert into ${table} select * from taken order by ${order}`,
  );
}
