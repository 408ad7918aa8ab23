import * as postgres from 'pg';
import { Pool, types, type Client, type PoolConfig } from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { SnakeNaming } from './naming.ts';
import { createReadConnections } from './read-connections.ts';
import { createReader, type Reader } from './reader.ts';
import { CountingClient } from './statements.ts';

/** A library's own schema in a service's database; the role that owns the tables makes it. */
export type DatabaseEngine = Readonly<{
  /** Of what it makes: another version is another database in tests. */
  version: string;
  /** Makes the schema or brings it up to date, and grants the application's role what it needs of it. */
  prepare: (ownerUrl: string, applicationRole: string | null) => Promise<void>;
}>;

/** What a service brings along for its database. */
export type DatabaseDefinition = Readonly<{
  /** `onevisit_cases`. */
  name: string;
  tables: readonly EntitySchema[];
  migrations: readonly (new () => MigrationInterface)[];
  /** Tables that the application may add to and never change: events, audit rows. */
  appendOnly: readonly string[];
  /** Prepared after the migrations, under their lock. */
  engine?: DatabaseEngine;
}>;

/** One subgraph's database: one pool, written through TypeORM, read through the reader. */
export type Database = Readonly<{
  name: string;
  url: string;
  source: DataSource;
  reader: Reader;
  /** Secret of the installation: what a repeated request is recognised by says nothing to who reads the rows. */
  requestKey: Buffer;
  close: () => Promise<void>;
}>;

/** A day comes back as it is stored, `2026-05-09`: pg would make it midnight in the machine's own time zone. */
const daysAsText: PoolConfig['types'] = {
  getTypeParser: (type, format) => (type === types.builtins.DATE ? String : types.getTypeParser(type, format)),
};

const connectionSettings = {
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 30_000,
  idleTimeoutMillis: 30_000,
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
} as const;

/** How a process opens a database. */
export type DatabaseSettings = Readonly<{ requestKey: Buffer; connections?: number }>;

export async function openDatabase(
  definition: DatabaseDefinition,
  url: string,
  { requestKey, connections = 10 }: DatabaseSettings,
): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url,
    driver: { ...postgres, Pool: CountingPool },
    entities: [...definition.tables],
    namingStrategy: new SnakeNaming(),
    applicationName: definition.name,
    installExtensions: false,
    synchronize: false,
    // An idle connection that breaks is replaced by the pool; without a handler it would end the process.
    poolErrorHandler: () => undefined,
    extra: { ...connectionSettings, types: daysAsText, max: connections },
  });
  await source.initialize();
  const pool = poolOf(source);
  const reading = createReadConnections({
    ...connectionSettings,
    connectionString: url,
    application_name: definition.name,
    types: daysAsText,
  });
  return {
    name: definition.name,
    url,
    source,
    reader: createReader(reading),
    requestKey,
    close: async () => {
      await reading.close();
      await closed(source, pool);
    },
  };
}

class CountingPool extends Pool {
  constructor(options: PoolConfig) {
    super({ ...options, Client: CountingClient as unknown as typeof Client });
  }
}

function poolOf(source: DataSource): Pool {
  if (!('master' in source.driver) || !(source.driver.master instanceof Pool)) throw new Error('TypeORM has no pool');
  return source.driver.master;
}

/** Lets statements under way end: TypeORM alone cuts them off. */
async function closed(source: DataSource, pool: Pool): Promise<void> {
  while (pool.waitingCount > 0 || pool.totalCount > pool.idleCount) await new Promise((wake) => setTimeout(wake, 10));
  if (source.isInitialized) await source.destroy();
}
