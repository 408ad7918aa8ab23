import { Client } from 'pg';
import type { Cluster } from '../installation/cluster.ts';
import { copiedTables, multiply } from './copies.ts';

/** Multiplies the city's cases until there are so many. */
export async function fill(cluster: Cluster, wanted: number): Promise<void> {
  const client = new Client(cluster.ownerUrlOf('onevisit_cases'));
  await client.connect();
  try {
    // Copies of what was checked need not be checked again.
    await client.query('set session_replication_role = replica');
    await client.query('set synchronous_commit = off');
    await client.query(`set maintenance_work_mem = '512MB'`);
    const existing = await countOf(client, 'cases');
    const copies = Math.ceil(wanted / existing) - 1;
    for (const copied of copiedTables.toReversed()) {
      await multiply(client, copied, copies);
      await client.query(`vacuum analyze ${copied.table}`);
      console.log(`${copied.table}  ${(await countOf(client, copied.table)).toLocaleString('en')}`);
    }
  } finally {
    await client.end();
  }
}

async function countOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${table}`);
  return Number(rows[0]?.count);
}
