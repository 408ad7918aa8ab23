import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Organization, Reference, ReferenceKind, StaffMember } from '../domain/reference.ts';

/** Our own copies of what other subgraphs own and a project refers to. */
export const referenceRepository = (manager: EntityManager) => ({
  addAll: async (references: readonly Reference[]): Promise<void> => {
    await manager.query('insert into reference_keys (kind, key) select * from unnest($1::text[], $2::text[])', [
      references.map(({ kind }) => kind),
      references.map(({ key }) => key),
    ]);
  },

  putOrganization: async ({ id, validTo }: Organization): Promise<void> => {
    await manager.query(
      `insert into organizations (id, valid_to) values ($1, $2)
       on conflict (id) do update set valid_to = excluded.valid_to`,
      [id, validTo],
    );
  },

  putStaff: async ({ id, isActive }: StaffMember): Promise<void> => {
    await manager.query(
      `insert into staff (id, is_active) values ($1, $2) on conflict (id) do update set is_active = excluded.is_active`,
      [id, isActive],
    );
  },

  /** Whether every one of the keys is known. */
  knows: async (kind: ReferenceKind, keys: readonly string[]): Promise<boolean> => {
    const known = await manager.query<unknown[]>(
      'select key from reference_keys where kind = $1 and key = any($2::text[])',
      [kind, keys],
    );
    return known.length === new Set(keys).size;
  },

  /** Whether every one of them is an organization that is in force on that day. */
  knowsOrganizations: async (ids: readonly string[], day: string): Promise<boolean> => {
    if (!ids.every(isId)) return false;
    const known = await manager.query<unknown[]>(
      'select id from organizations where id = any($1::uuid[]) and (valid_to is null or valid_to >= $2)',
      [ids, day],
    );
    return known.length === new Set(ids).size;
  },

  knowsActiveStaff: async (id: string): Promise<boolean> => {
    if (!isId(id)) return false;
    const known = await manager.query<unknown[]>('select id from staff where id = $1 and is_active', [id]);
    return known.length > 0;
  },

  knowsAllActiveStaff: async (ids: readonly string[]): Promise<boolean> => {
    if (!ids.every(isId)) return false;
    const known = await manager.query<unknown[]>('select id from staff where id = any($1::uuid[]) and is_active', [
      ids,
    ]);
    return known.length === new Set(ids).size;
  },
});
