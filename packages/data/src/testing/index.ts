export { createTestDatabase, emptyTables, testRequestKey, type TestDatabase } from './database.ts';
