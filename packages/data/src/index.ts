export { BadCursorError, decodeCursor, encodeCursor, type Cursor, type CursorKinds } from './cursor.ts';
export { BadPageSizeError, checkedSize, page, pageOf, type Page, type PageRequest } from './page.ts';
export { newestFirst, type NewestFirst } from './newest-first.ts';
export { groupBy } from './group-by.ts';
export { forgetOldKeys, idempotencyTableSql } from './idempotency.ts';
export { manyByParent, oneById, perArguments } from './loader.ts';
export {
  openDatabase,
  type Database,
  type DatabaseDefinition,
  type DatabaseEngine,
  type DatabaseSettings,
} from './database.ts';
export {
  endUnusedPostgres,
  ensurePostgres,
  removePostgres,
  isRunning,
  urlWith,
  type Addresses,
  type Postgres,
  type PostgresRequest,
} from './postgres/index.ts';
export { prepareDatabase, type ApplicationRole } from './migrate.ts';
export { insertRow, insertRows, lockedRow, lockedRowOrSkip, LostUpdateError, updateRow } from './repository.ts';
export {
  runCommand,
  runTransaction,
  UnknownOutcomeError,
  type Execute,
  type Frame,
  type Publisher,
} from './transaction.ts';
export { addStatements, countStatements } from './statements.ts';
export { fieldsOf, selected } from './columns.ts';
export { snakeCase } from './naming.ts';
export { isConnectionLoss } from './retry.ts';
export { toldError } from './told-error.ts';
export { statement, type Reader, type Statement } from './reader.ts';
export { defineTable, type Columns, type Table } from './table.ts';
