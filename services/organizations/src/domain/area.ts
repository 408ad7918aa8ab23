/** 级别, from the top down. */
export type AdministrativeLevel = 'NATION' | 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';

/** 行政区划. */
export type Area = Readonly<{
  code: string;
  name: string;
  level: AdministrativeLevel;
  parentCode: string | null;
  /** Codes from the top down to its own. */
  path: readonly string[];
  population: number | null;
}>;
