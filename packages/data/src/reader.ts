import type { ReadConnections } from './read-connections.ts';
import { isConnectionLoss, retried } from './retry.ts';

/** A statement that the server parses once per connection; the name is part of it. */
export type Statement<Row> = Readonly<{ name: string; text: string; row?: Row }>;

/** Reads on the hot path: named statements, only the columns that are asked for. */
export type Reader = Readonly<{
  rows: <Row>(statement: Statement<Row>, values: readonly unknown[]) => Promise<Row[]>;
}>;

/** Columns come back under the names the statement gives them: write `opened_at as "openedAt"`. */
export const createReader = (connections: ReadConnections): Reader => ({
  rows: (statement, values) => retried(() => read(connections, statement, values), isConnectionLoss),
});

async function read<Row>(
  connections: ReadConnections,
  { name, text }: Statement<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = await connections.next();
  const { rows } = await client.query({ name, text, values: [...values] });
  return rows as Row[];
}

/** `text` is lower-case SQL. The name must be unique within a service. */
export const statement = <Row>(name: string, text: string): Statement<Row> => ({ name, text });
