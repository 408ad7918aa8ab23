import type { Statement } from '@onevisit/data';
import { Client, type QueryConfig, type QueryResult } from 'pg';

/**
 * The engine's own connection to its database. PostgreSQL drops what is locked on it when the process dies, so that
 * another process can go on at once.
 */
export type EngineConnection = Readonly<{
  /** Stands for the connection as it is now; another one where that was lost together with its locks. */
  session: () => Promise<object>;
  rows: <Row>(statement: Statement<Row>, values: readonly unknown[]) => Promise<Row[]>;
  /** As pg-boss wants it. */
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  close: () => Promise<void>;
}>;

const settings = { keepAlive: true, connectionTimeoutMillis: 5_000, statement_timeout: 15_000, query_timeout: 20_000 };

export function createEngineConnection(url: string, applicationName: string): EngineConnection {
  let current: Promise<Client> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const session = (): Promise<Client> => {
    if (current) return current;
    if (isClosed) return Promise.reject(new Error('the event engine has been stopped'));
    const opening = opened(url, applicationName, () => {
      if (current === opening) current = null;
    });
    current = opening;
    return opening;
  };
  const query = async (asked: QueryConfig): Promise<QueryResult> => (await session()).query(asked);
  // pg wants one statement to end before the next is asked for.
  const inTurn = (asked: QueryConfig): Promise<QueryResult> => {
    const result = last.then(() => query(asked));
    last = result.catch(() => undefined);
    return result;
  };

  return {
    session,
    rows: async <Row>({ name, text }: Statement<Row>, values: readonly unknown[]) =>
      (await inTurn({ name, text, values: [...values] })).rows as Row[],
    executeSql: async (text, values) => inTurn(values ? { text, values } : { text }),
    close: async () => {
      isClosed = true;
      await last;
      const client = await current?.catch(() => null);
      await client?.end();
    },
  };
}

async function opened(connectionString: string, applicationName: string, lost: () => void): Promise<Client> {
  const client = new Client({ ...settings, connectionString, application_name: applicationName });
  client.on('error', lost);
  client.on('end', lost);
  try {
    await client.connect();
    // Without statistics, as right after the first load, the planner joins waiting jobs by nested loops: 10 times slower.
    await client.query('set enable_nestloop = off');
    return client;
  } catch (error) {
    lost();
    await client.end().catch(() => undefined);
    throw error;
  }
}
