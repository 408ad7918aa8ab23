import type pg from 'pg';
import { isConnectionLoss, retried } from './retry.ts';

/** A statement that the server parses once per connection; the name is part of it. */
export type Statement<Row> = Readonly<{ name: string; text: string; row?: Row }>;

/** Reads on the hot path: named statements, only the columns that are asked for. */
export type Reader = Readonly<{
  rows: <Row>(statement: Statement<Row>, values: readonly unknown[]) => Promise<Row[]>;
}>;

/** Columns come back under the names the statement gives them: write `opened_at as "openedAt"`. */
export const createReader = (pool: pg.Pool): Reader => ({
  rows: (statement, values) => retried(() => read(pool, statement, values), isConnectionLoss),
});

async function read<Row>(pool: pg.Pool, { name, text }: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
  // Waiting for the connection here, and not in pool.query(), keeps the statement in the count of its own operation.
  const client = await pool.connect();
  try {
    const { rows } = await client.query({ name, text, values: [...values] });
    return rows as Row[];
  } finally {
    client.release();
  }
}

/** `text` is lower-case SQL. The name must be unique within a service. */
export const statement = <Row>(name: string, text: string): Statement<Row> => ({ name, text });
