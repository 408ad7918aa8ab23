import type { Databases } from './databases.ts';

export type Organization = Readonly<{ id: string; name: string; superior: string | null }>;
type Member = Readonly<{ id: string; name: string }>;

const organizationsById = {
  name: 'organizations',
  text: `select o.id, o.name, s.name as superior from organizations o left join organizations s on s.id = o.superior_id
    where o.id = any($1)`,
};

const staffById = { name: 'staff', text: 'select id, display_name as name from staff where id = any($1)' };

/** Organizations and their superiors by id, in one statement. */
export async function organizationsOf(
  { organizations }: Databases,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, Organization>> {
  const wanted = known(ids);
  if (wanted.length === 0) return new Map();
  const rows = await organizations<Organization>(organizationsById, [wanted]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function namesOfStaff(
  { staffCare }: Databases,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, string>> {
  const wanted = known(ids);
  if (wanted.length === 0) return new Map();
  const rows = await staffCare<Member>(staffById, [wanted]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const known = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids)].filter((id) => id !== null);
