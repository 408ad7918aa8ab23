import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Organization } from '../domain/organization.ts';

/** Our own copy of the organizations' tree, as events tell it. */
export const organizationRepository = (manager: EntityManager) => ({
  put: async ({ id, superiorId, areaPath }: Organization): Promise<void> => {
    await manager.query(
      `insert into organizations (id, superior_id, area_path) values ($1, $2, $3)
       on conflict (id) do update set superior_id = excluded.superior_id, area_path = excluded.area_path`,
      [id, superiorId, areaPath],
    );
  },

  /** What we know of it; null while no event has told of it. */
  find: async (id: string): Promise<Organization | null> => {
    if (!isId(id)) return null;
    const [row] = await manager.query<Organization[]>(
      'select id, superior_id as "superiorId", area_path as "areaPath" from organizations where id = $1',
      [id],
    );
    return row ?? null;
  },

  /** 业务上级; null while no event has told of it. */
  superiorOf: async (id: string): Promise<string | null> => {
    const [row] = await manager.query<{ superior_id: string | null }[]>(
      'select superior_id from organizations where id = $1',
      [id],
    );
    return row?.superior_id ?? null;
  },

  /** Codes of the areas that it lies in; none while no event has told of it. */
  areaPathOf: async (id: string): Promise<readonly string[]> => {
    const [row] = await manager.query<{ area_path: string[] }[]>('select area_path from organizations where id = $1', [
      id,
    ]);
    return row?.area_path ?? [];
  },
});
