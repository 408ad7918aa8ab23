import { snakeCase } from './naming.ts';
import type { Table } from './table.ts';

/** `c.opened_at as "openedAt", …` for the fields that a read asks for. */
export const selected = (fields: readonly string[], alias?: string): string =>
  fields.map((field) => `${alias ? `${alias}.` : ''}${snakeCase(field)} as "${field}"`).join(', ');

/** All fields of a table's row type, in the order they were declared. */
export const fieldsOf = <Row extends object>(table: Table<Row>): readonly (keyof Row & string)[] =>
  Object.keys(table.options.columns) as (keyof Row & string)[];
