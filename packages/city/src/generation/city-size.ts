/** How much of the city is generated. */
export type CitySize = 'S' | 'M' | 'L';

/** Cases and months of each size. */
export const citySizes: Readonly<Record<CitySize, Readonly<{ cases: number; months: number; backlog: number }>>> = {
  S: { cases: 1_800, months: 12, backlog: 32 },
  M: { cases: 18_000, months: 24, backlog: 320 },
  L: { cases: 180_000, months: 24, backlog: 3_200 },
};

/** FIRST: the way of a petition that is admitted, handled, answered and executed. FULL: all ways. */
export type CityStages = 'FIRST' | 'FULL';

export type CityRequest = Readonly<{
  size: CitySize;
  /** The city's last day, YYYY-MM-DD in Shanghai; everything up to its end has happened. */
  anchor: string;
  seed?: number;
  stages?: CityStages;
  /** Leaves out what happens at this instant or later; the end of the anchor's day when not given. */
  until?: Date;
}>;
