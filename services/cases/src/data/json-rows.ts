import { fieldsOf, snakeCase, type Table } from '@onevisit/data';

/** Rows that PostgreSQL gave as JSON (`jsonb_agg(to_jsonb(row))`), as the table's own row type. */
export function rowsFromJson<Row extends object>(table: Table<Row>, json: readonly object[]): readonly Row[] {
  const fields = fieldsOf(table).map((field) => [field, snakeCase(field), decoderOf(table, field)] as const);
  return json.map(
    (given) =>
      Object.fromEntries(
        fields.map(([field, column, decode]) => [field, decode((given as Record<string, unknown>)[column] ?? null)]),
      ) as Row,
  );
}

const asItIs = (value: unknown): unknown => value;
const asInstant = (value: unknown): unknown => (typeof value === 'string' ? new Date(value) : null);
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

function decoderOf<Row extends object>(table: Table<Row>, field: keyof Row & string) {
  const columns = table.options.columns as Readonly<Record<string, Readonly<{ type?: unknown }> | undefined>>;
  const type = columns[field]?.type;
  if (type === 'timestamptz') return asInstant;
  return type === 'bigint' ? asText : asItIs;
}
