export { createTestDatabase, emptyTables, type TestDatabase } from './database.ts';
