import { createHash } from 'node:crypto';
import { v7, validate } from 'uuid';

/** A new UUIDv7: sorts by the time it was made. */
export const newId = (): string => v7();

/** Whether a text can be an id at all: one that cannot is unknown, and must not reach a column of type uuid. */
export const isId = (text: string): boolean => validate(text);

// Seeded rows keep their ids for ever, whatever day the city is loaded.
const seedTime = Date.UTC(2024, 0, 1);

/** The id of a seeded row: the same in every installation and every subgraph. */
export function seededId(kind: string, code: string): string {
  const random = createHash('sha256').update(`${kind}\0${code}`).digest().subarray(0, 16);
  return v7({ msecs: seedTime, random, seq: random.readUInt32BE(0) });
}

/** The id of a row of a history that is told afterwards: sorts by that time, and within it by its place. */
export const idAt = (time: Date, place: number, random: Uint8Array): string =>
  v7({ msecs: time.getTime(), seq: place, random });
