import type { EntityManager } from 'typeorm';
import { fieldsOf, selected, snakeCase } from '@onevisit/data';
import type { Competence, Organization, StaffMember } from '../domain/organization.ts';
import { competenceTable, organizationTable, staffTable } from './directory.table.ts';

/** What cases knows of organizations, competences and staff; kept by event, asked by the verbs. */
export const directoryRepository = (manager: EntityManager) => ({
  organization: async (id: string): Promise<Organization | null> => {
    const [found] = await manager.query<Organization[]>(
      `select ${selected(fieldsOf(organizationTable))} from organizations where id = $1`,
      [id],
    );
    return found ?? null;
  },

  organizations: (ids: readonly string[]): Promise<readonly Organization[]> =>
    manager.query<Organization[]>(
      `select ${selected(fieldsOf(organizationTable))} from organizations where id = any($1)`,
      [ids],
    ),

  /** The petition bureau of an area. */
  bureauOf: async (areaCode: string): Promise<Organization | null> => {
    const [found] = await manager.query<Organization[]>(
      `select ${selected(fieldsOf(organizationTable))} from organizations
       where area_code = $1 and kind = 'PETITION_BUREAU' order by code limit 1`,
      [areaCode],
    );
    return found ?? null;
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

  competencesOf: (organizationId: string): Promise<readonly Competence[]> =>
    manager.query<Competence[]>(
      `select ${selected(fieldsOf(competenceTable))} from competences where organization_id = $1`,
      [organizationId],
    ),

  staffMember: async (id: string): Promise<StaffMember | null> => {
    const [found] = await manager.query<StaffMember[]>(
      `select ${selected(fieldsOf(staffTable))} from staff where id = $1`,
      [id],
    );
    return found ?? null;
  },

  putOrganization: (row: Organization): Promise<unknown> => upsert(manager, 'organizations', row),
  putCompetence: (row: Competence): Promise<unknown> => upsert(manager, 'competences', row),
  putStaffMember: (row: StaffMember): Promise<unknown> => upsert(manager, 'staff', row),
});

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
