import type { EntityManager, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Table } from './table.ts';

/** Somebody changed the row between our reading and our writing it, although we held its lock: a fault of ours. */
export class LostUpdateError extends Error {
  override readonly name = 'LostUpdateError';
}

export async function insertRow<Row extends ObjectLiteral>(manager: EntityManager, table: Table<Row>, row: Row) {
  await manager.insert(table, row);
}

export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: Table<Row>,
  rows: readonly Row[],
) {
  if (rows.length > 0) await manager.insert(table, rows as unknown as QueryDeepPartialEntity<Row>[]);
}

/** Writes what differs between two states of a row, and only if nobody else has written it meanwhile. Counts the version up. */
export async function updateRow<Row extends ObjectLiteral & Readonly<{ id: string; version: number }>>(
  manager: EntityManager,
  table: Table<Row>,
  before: Row,
  after: Row,
): Promise<Row> {
  const next = { ...after, version: before.version + 1 };
  const { affected } = await manager.update(
    table,
    { id: before.id, version: before.version },
    differences(before, next) as QueryDeepPartialEntity<Row>,
  );
  if (affected !== 1) throw new LostUpdateError(before.id);
  return next;
}

/** The row under its lock, until the transaction ends. */
export const lockedRow = <Row extends ObjectLiteral & Readonly<{ id: string }>>(
  manager: EntityManager,
  table: Table<Row>,
  id: string,
): Promise<Row | null> => manager.findOne(table, { where: { id } as never, lock: { mode: 'pessimistic_write' } });

/** As `lockedRow`, but null at once where another transaction holds the row. */
export const lockedRowOrSkip = <Row extends ObjectLiteral & Readonly<{ id: string }>>(
  manager: EntityManager,
  table: Table<Row>,
  id: string,
): Promise<Row | null> =>
  manager.findOne(table, {
    where: { id } as never,
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  });

function differences<Row extends object>(before: Row, after: Row): Partial<Row> {
  const changed: Partial<Row> = {};
  for (const field of Object.keys(after) as (keyof Row)[]) {
    if (!isEqual(before[field], after[field])) changed[field] = after[field];
  }
  return changed;
}

function isEqual(left: unknown, right: unknown): boolean {
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (typeof left === 'object' || typeof right === 'object') return JSON.stringify(left) === JSON.stringify(right);
  return left === right;
}
