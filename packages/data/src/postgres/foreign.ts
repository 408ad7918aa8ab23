import type { ApplicationRole } from '../migrate.ts';

/** How to reach a server: as the owner of the tables, and as the application. */
export type Addresses = Readonly<{
  /** For migrations and LISTEN: directly, as the role that owns the tables. */
  urlOf: (database: string) => string;
  /** For requests: as the role without DDL, where there is one, and through a pooler, where there is one. */
  applicationUrlOf: (database: string) => string;
  /** Null where the application connects as the owner. */
  applicationRole: ApplicationRole | null;
}>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A server that somebody else runs: DATABASE_URL, or DATABASE_URL_CASES for one database; DATABASE_DIRECT_URL (or
 * DATABASE_DIRECT_URL_CASES) beside it is the owner's, past any pooler. Null where none is named.
 */
export function foreignAddresses(environment: Environment): Addresses | null {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl } = environment;
  if (!url) return null;
  const applicationUrlOf = (database: string): string =>
    environment[`DATABASE_URL_${suffixOf(database)}`] ?? urlWith(url, database);
  return {
    applicationUrlOf,
    urlOf: (database) =>
      environment[`DATABASE_DIRECT_URL_${suffixOf(database)}`] ??
      (directUrl ? urlWith(directUrl, database) : applicationUrlOf(database)),
    applicationRole: directUrl ? { name: decodeURIComponent(new URL(url).username), password: null } : null,
  };
}

/** `onevisit_staff_care` -> `STAFF_CARE`. */
const suffixOf = (database: string): string => database.replace(/^onevisit_/, '').toUpperCase();

/** The same server, another database. */
export function urlWith(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
