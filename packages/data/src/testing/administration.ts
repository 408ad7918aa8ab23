import { Client } from 'pg';

/** Runs work on one connection of its own, that is closed again whatever happens. */
export async function connected<Value>(url: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: url, application_name: 'testing' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
