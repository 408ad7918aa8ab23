import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** PostgreSQL types in use: instants have milliseconds, as JavaScript's own, so that paging never loses a row. */
const columnTypes = {
  uuid: { type: 'uuid' },
  text: { type: 'text' },
  integer: { type: 'integer' },
  bigint: { type: 'bigint' },
  boolean: { type: 'boolean' },
  instant: { type: 'timestamptz', precision: 3 },
  day: { type: 'date' },
  json: { type: 'jsonb' },
  bytes: { type: 'bytea' },
  texts: { type: 'text', array: true },
  uuids: { type: 'uuid', array: true },
  double: { type: 'double precision' },
} as const satisfies Record<string, EntitySchemaColumnOptions>;

export type ColumnType = keyof typeof columnTypes;

/** Nullable where the row type says so: `'text?'`. */
type ColumnOf<Field> = null extends Field ? `${ColumnType}?` : ColumnType;

export type Columns<Row> = { readonly [Field in keyof Row]-?: ColumnOf<Row[Field]> };

export type Table<Row extends object> = EntitySchema<Row>;

/** Maps every field of a plain row type to a column; a forgotten column does not compile. The primary key is `id`, or what `key` names. */
export const defineTable = <Row extends object>(
  tableName: string,
  columns: Columns<Row>,
  key: readonly (keyof Row & string)[] = ['id' as keyof Row & string],
): Table<Row> =>
  new EntitySchema<Row>({
    name: tableName,
    tableName,
    columns: Object.fromEntries(
      Object.entries<string>(columns).map(([field, column]) => [
        field,
        columnOptions(column, key.includes(field as never)),
      ]),
    ) as EntitySchema<Row>['options']['columns'],
  });

function columnOptions(column: string, isKey: boolean): EntitySchemaColumnOptions {
  const nullable = column.endsWith('?');
  const name = nullable ? column.slice(0, -1) : column;
  return { ...columnTypes[name as ColumnType], nullable, ...(isKey && { primary: true }) };
}
