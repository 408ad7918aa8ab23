import { fieldsOf, selected, snakeCase } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Competence, Organization, StaffMember } from '../domain/organization.ts';
import { competenceTable, organizationTable, staffTable } from './directory.table.ts';

/** What cases knows of organizations, competences and staff; kept by event, asked by the verbs. */
export const directoryRepository = (manager: EntityManager) => ({
  organization: async (id: string): Promise<Organization | null> => {
    const [found] = await organizationsBy(manager, 'id = any($1)', [[id].filter(isId)]);
    return found ?? null;
  },

  organizations: (ids: readonly string[]): Promise<readonly Organization[]> =>
    organizationsBy(manager, 'id = any($1)', [ids.filter(isId)]),

  /** The organization of that kind that an area has: its petition bureau, its discipline organ. */
  organizationOfKind: async (areaCode: string, kind: string): Promise<Organization | null> => {
    const [found] = await organizationsBy(manager, 'area_code = $1 and kind = $2 order by code limit 1', [
      areaCode,
      kind,
    ]);
    return found ?? null;
  },

  /** Every organization that there is: a rule about the whole tree needs the whole tree. */
  allOrganizations: (): Promise<readonly Organization[]> => organizationsBy(manager, 'true order by code', []),

  /** Where these people work. */
  organizationIdsOfStaff: async (staffIds: readonly string[]): Promise<readonly string[]> => {
    const rows = await manager.query<{ id: string }[]>(
      'select distinct organization_id as id from staff where id = any($1)',
      [staffIds.filter(isId)],
    );
    return rows.map(({ id }) => id);
  },

  hasArea: async (areaCode: string): Promise<boolean> => {
    const found = await manager.query<unknown[]>('select 1 from organizations where area_code = $1 limit 1', [
      areaCode,
    ]);
    return found.length > 0;
  },

  /** The organization and all below it. */
  subtreeIds: async (id: string): Promise<readonly string[]> => {
    const rows = await manager.query<{ id: string }[]>(
      `with recursive tree as (
         select id from organizations where id = $1
         union select o.id from organizations o join tree on o.superior_id = tree.id)
       select id from tree`,
      [id],
    );
    return rows.map((row) => row.id);
  },

  /** All above the organization, the nearest first. */
  superiorIds: async (id: string): Promise<readonly string[]> => {
    const rows = await manager.query<{ id: string }[]>(
      `with recursive chain as (
         select superior_id as id from organizations where id = $1
         union select o.superior_id from organizations o join chain on o.id = chain.id)
       select id from chain where id is not null`,
      [id],
    );
    return rows.map((row) => row.id);
  },

  competencesOf: (organizationId: string): Promise<readonly Competence[]> =>
    manager.query<Competence[]>(
      `select ${selected(fieldsOf(competenceTable))} from competences where organization_id = $1`,
      [organizationId],
    ),

  staffMember: async (id: string): Promise<StaffMember | null> => {
    const [found] = await manager.query<StaffMember[]>(
      `select ${selected(fieldsOf(staffTable))} from staff where id = any($1)`,
      [[id].filter(isId)],
    );
    return found ?? null;
  },

  putOrganization: (row: Organization): Promise<unknown> => upsert(manager, 'organizations', row),
  putCompetence: (row: Competence): Promise<unknown> => upsert(manager, 'competences', row),
  putStaffMember: (row: StaffMember): Promise<unknown> => upsert(manager, 'staff', row),
});

const organizationsBy = (
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
): Promise<Organization[]> =>
  manager.query<Organization[]>(
    `select ${selected(fieldsOf(organizationTable))} from organizations where ${condition}`,
    [...values],
  );

/** The names come from our own row types, never from a request. */
function upsert(manager: EntityManager, table: string, row: Readonly<{ id: string }>): Promise<unknown> {
  const fields = Object.keys(row);
  const columns = fields.map(snakeCase);
  const places = fields.map((_, at) => `$${at + 1}`);
  const changes = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  return manager.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})
     on conflict (id) do update set ${changes.join(', ')}`,
    Object.values(row),
  );
}
