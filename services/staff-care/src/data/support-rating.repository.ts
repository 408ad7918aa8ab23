import { insertRow, lockedRowOrSkip, updateRow } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { GivenLevel, RatingYear, SupportRating } from '../domain/support-rating.ts';
import { layAnew, lockWhole } from './lay-anew.ts';
import { ratingYearTable } from './support.table.ts';

type Rater = Readonly<{ organizationId: string; sectionId: string; year: number }>;

export const supportRatingRepository = (manager: EntityManager) => ({
  /** Begins the year with its first rating, whoever comes first. */
  beginUnlessBegun: async (year: RatingYear): Promise<void> => {
    await manager.query('lock table support_rating_years in share row exclusive mode');
    if (!(await manager.existsBy(ratingYearTable, { year: year.year })))
      await insertRow(manager, ratingYearTable, year);
  },

  /** Whether the county had not rated the section that year; now it has. */
  noteRater: async ({ organizationId, sectionId, year }: Rater): Promise<boolean> => {
    await lockWhole(manager, 'support_raters');
    const noted = await manager.query<unknown[]>(
      `insert into support_raters (organization_id, section_id, year) values ($1, $2, $3)
       on conflict do nothing returning year`,
      [organizationId, sectionId, year],
    );
    if (noted.length > 0)
      await layAnew(manager, { table: 'support_raters', order: 'organization_id, section_id, year' });
    return noted.length > 0;
  },

  addLevel: async ({ id, sectionId, year, level }: GivenLevel & Readonly<{ id: string; year: number }>) => {
    await lockWhole(manager, 'support_levels');
    await manager.query('insert into support_levels (id, section_id, year, level) values ($1, $2, $3, $4)', [
      id,
      sectionId,
      year,
      level,
    ]);
    await layAnew(manager, { table: 'support_levels', order: 'id' });
  },

  lockedOrSkip: (id: string): Promise<RatingYear | null> => lockedRowOrSkip(manager, ratingYearTable, id),

  levelsOf: (year: number): Promise<GivenLevel[]> =>
    manager.query('select section_id as "sectionId", level from support_levels where year = $1', [year]),

  /** The means stay; what each county said is destroyed. */
  close: async (before: RatingYear, after: RatingYear, ratings: readonly SupportRating[]): Promise<void> => {
    for (const { sectionId, year, level, counties } of ratings) {
      await manager.query('insert into support_ratings (section_id, year, level, counties) values ($1, $2, $3, $4)', [
        sectionId,
        year,
        level,
        counties,
      ]);
    }
    await manager.query('delete from support_levels where year = $1', [before.year]);
    await updateRow(manager, ratingYearTable, before, after);
  },
});
