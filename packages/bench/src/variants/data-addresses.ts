import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../installation/cluster.ts';

const names = ['onevisit_cases', 'onevisit_innovation', 'onevisit_organizations', 'onevisit_staff_care'];

/** Writes down where the databases are, with the password of the application's role; answers where. */
export function writeAddresses({ home, applicationUrlOf }: Cluster): string {
  const file = join(home, 'databases.json');
  const addresses = Object.fromEntries(names.map((name) => [name, applicationUrlOf(name)]));
  writeFileSync(file, JSON.stringify(addresses), { mode: 0o600 });
  return file;
}
