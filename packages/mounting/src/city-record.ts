import { join } from 'node:path';
import { readJson, writePrivateFile } from '@onevisit/home';
import type { CityLoad } from '@onevisit/subgraph';

/** What was begun once is finished the same: the city's size and its last day are those of the first start. */
export type CityRecord = Pick<CityLoad, 'size' | 'anchor'> & Readonly<{ isLoaded: boolean }>;

const fileIn = (home: string): string => join(home, 'city.json');

export const readCityRecord = (home: string): CityRecord | null => readJson(fileIn(home)) as CityRecord | null;

export const writeCityRecord = (home: string, record: CityRecord): void =>
  writePrivateFile(fileIn(home), `${JSON.stringify(record, null, 2)}\n`);
