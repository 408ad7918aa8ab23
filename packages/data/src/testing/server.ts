import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { ensurePostgres, urlWith, type Addresses, type PostgresRequest } from '../postgres/index.ts';
import { repositoryRoot } from '@onevisit/home';
import { ensureReaper } from './reaper.ts';

/** The server that all tests of this checkout share. */
export type TestServer = Addresses &
  Readonly<{
    /** How a database is copied the fastest there. */
    copying: 'file_copy' | 'wal_log';
  }>;

/** TEST_DATABASE_URL, else a cluster of our own that is left running for the next file and ended by its reaper. */
export async function testServer(): Promise<TestServer> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return serverAt(url);
  const request = testCluster();
  const postgres = await ensurePostgres(request);
  ensureReaper(request);
  return { ...postgres, copying: postgres.dataDirectory?.startsWith('/dev/shm/') ? 'file_copy' : 'wal_log' };
}

function testCluster(): PostgresRequest {
  const home = join(repositoryRoot(), '.onevisit');
  mkdirSync(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  return { home, name: 'test', fast: true };
}

const applicationRole = 'onevisit_app';

/** Processes that test against one server have to agree on its application's password without a word. */
function serverAt(url: string): TestServer {
  const password = createHash('sha256').update(url).digest('base64url');
  const applicationUrlOf = (database: string): string => {
    const address = new URL(urlWith(url, database));
    address.username = applicationRole;
    address.password = password;
    return address.href;
  };
  return {
    urlOf: (database) => urlWith(url, database),
    applicationUrlOf,
    applicationRole: { name: applicationRole, password },
    copying: 'wal_log',
  };
}
