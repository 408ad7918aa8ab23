import type { DatabaseEngine } from '@onevisit/data';
import { Client, escapeIdentifier } from 'pg';
import { PgBoss, type ConstructorOptions, type Db, type QueueOptions } from 'pg-boss';

/** The engine's tables have a schema of their own in the database of each subgraph. */
export const engineSchema = 'events';

/** Where an event goes that a subscriber has refused too often. No worker looks into it. */
export const deadLetterQueue = 'dead-letters';

const mostTries = 8;

/** How long the engine tries to hand an event over: pauses of 1, 2, 4 ... times `backOffSeconds`, then it is a dead letter. */
export const patience = (backOffSeconds: number): QueueOptions & { deadLetter: string } => ({
  retryLimit: mostTries - 1,
  retryDelay: backOffSeconds,
  retryBackoff: backOffSeconds > 0,
  deadLetter: deadLetterQueue,
});

/** pg-boss does what it is asked and nothing in the background: no DDL, no upkeep, no registry, no telemetry. */
export const engineOptions = (db: Db): ConstructorOptions => ({
  db,
  schema: engineSchema,
  migrate: false,
  supervise: false,
  schedule: false,
  reindex: false,
  monitorVacuum: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
});

// One key for all databases is right: advisory locks are per database.
const preparationLock = 7_261_002;

/**
 * Makes or updates the engine's tables and lets the application role use them. The owner's work, at migration time:
 * services have no DDL. Does nothing where all is up to date.
 */
export async function prepareEngine(ownerUrl: string, applicationRole: string | null = null): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'migrate' });
  await client.connect();
  try {
    await client.query(`set lock_timeout = '120s'`);
    await client.query('select pg_advisory_lock($1)', [preparationLock]);
    await install({ executeSql: (text, values) => client.query(text, values) });
    if (applicationRole !== null) await grant(client, applicationRole);
  } finally {
    await client.end();
  }
}

/** For the definition of a service's database: its tables are made together with the service's own. */
export const eventEngine: DatabaseEngine = { version: 'pg-boss 12.38.0', prepare: prepareEngine };

async function install(db: Db): Promise<void> {
  const boss = new PgBoss({ ...engineOptions(db), migrate: true });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    if ((await boss.getQueue(deadLetterQueue)) === null) await boss.createQueue(deadLetterQueue);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function grant(client: Client, role: string): Promise<void> {
  const name = escapeIdentifier(role);
  await client.query(`grant usage on schema ${engineSchema} to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema ${engineSchema} to ${name}`);
}
