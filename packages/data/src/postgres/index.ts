export { endUnusedPostgres, ensurePostgres, removePostgres, type Postgres, type PostgresRequest } from './ensure.ts';
export { foreignAddresses, urlWith, type Addresses } from './foreign.ts';
export { isRunning } from './process.ts';
