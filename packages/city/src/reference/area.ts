import { counties } from './county.ts';

/** 行政级别 that the city reaches over. */
export type CityLevel = 'CITY' | 'COUNTY' | 'TOWNSHIP';

/** 行政区划. */
export type Area = Readonly<{
  /** `990100`, `990102`, `990102001`. */
  code: string;
  name: string;
  level: CityLevel;
  parentCode: string | null;
  /** Codes from the city's down to its own. */
  path: readonly string[];
  /** Known of the city and its counties. */
  population: number | null;
}>;

export const cityCode = '990100';
export const cityName = '云泽市';

const city: Area = {
  code: cityCode,
  name: cityName,
  level: 'CITY',
  parentCode: null,
  path: [cityCode],
  population: counties.reduce((sum, { population }) => sum + population, 0),
};

const countyAreas = counties.map(({ code, name, population }): Area => ({
  code,
  name,
  level: 'COUNTY',
  parentCode: cityCode,
  path: [cityCode, code],
  population,
}));

const townshipAreas = counties.flatMap(({ code, townships }) =>
  townships.map((name, place): Area => {
    const ownCode = `${code}${String(place + 1).padStart(3, '0')}`;
    return {
      code: ownCode,
      name,
      level: 'TOWNSHIP',
      parentCode: code,
      path: [cityCode, code, ownCode],
      population: null,
    };
  }),
);

/** The city, its counties, their townships. */
export const areas: readonly Area[] = [city, ...countyAreas, ...townshipAreas];

export const areaByCode: ReadonlyMap<string, Area> = new Map(areas.map((area) => [area.code, area]));

/** The townships of a county, in the order of their codes. */
export const townshipsOf = (countyCode: string): readonly Area[] =>
  areas.filter(({ parentCode, level }) => level === 'TOWNSHIP' && parentCode === countyCode);
