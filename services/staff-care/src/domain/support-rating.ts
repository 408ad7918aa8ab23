/** 基层评市局: of one section in one year. */
export type SupportRating = Readonly<{ sectionId: string; year: number; level: number; counties: number }>;

/** 评价年度: open until its end. */
export type RatingYear = Readonly<{ id: string; year: number; closesAt: Date; closedAt: Date | null; version: number }>;

/** What one county said, and not which. */
export type GivenLevel = Readonly<{ sectionId: string; level: number }>;

const fewestCounties = 7;

export const isLevel = (level: number): boolean => level >= 1 && level <= 5;

/** The mean to the half, of each section that at least 7 counties have rated. */
export const ratingsOf = (year: number, given: readonly GivenLevel[]): readonly SupportRating[] =>
  [...Map.groupBy(given, ({ sectionId }) => sectionId)]
    .filter(([, levels]) => levels.length >= fewestCounties)
    .map(([sectionId, levels]) => ({ sectionId, year, level: meanToHalf(levels), counties: levels.length }))
    .toSorted((left, right) => (left.sectionId < right.sectionId ? -1 : 1));

const meanToHalf = (levels: readonly GivenLevel[]): number =>
  Math.round((2 * levels.reduce((sum, { level }) => sum + level, 0)) / levels.length) / 2;
