import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

export const findArea = query('area:read', ({ load }: ServiceRead, code: string) => load.areas.byCode.load(code));

export const childrenOfArea = query('area:read', ({ load }: ServiceRead, code: string) =>
  load.areas.childrenOf.load(code),
);

/** The areas of a path, in its order. */
export const areasOnPath = query('area:read', async ({ load }: ServiceRead, path: readonly string[]) => {
  const areas = await Promise.all(path.map((code) => load.areas.byCode.load(code)));
  return areas.filter((area) => area !== null);
});
