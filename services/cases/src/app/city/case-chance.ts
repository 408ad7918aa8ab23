import { createCipheriv, createHash } from 'node:crypto';
import { newNumber, type NumberKind } from '@onevisit/evidence';
import { idAt, type RandomBytes } from '@onevisit/kernel';

/** All that is drawn for one petition of the city: the same for the same seed and petition, whatever else is loaded. */
export type CaseChance = Readonly<{
  bytes: RandomBytes;
  /** Ids of rows that were made at that time, in the order in which they are asked for. */
  idsAt: (at: Date) => () => string;
}>;

const block = 1_024;

// The key stream of a cipher, and not a small generator: whole cities of ids fall into the same midnight.
export function caseChance(seed: number, petitionCode: string): CaseChance {
  const key = createHash('sha256').update(`${seed}/${petitionCode}`).digest();
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  let [drawn, place]: [Buffer, number] = [Buffer.alloc(0), 0];
  const bytes: RandomBytes = (size) => {
    while (drawn.length < size) drawn = Buffer.concat([drawn, stream.update(Buffer.alloc(block))]);
    const taken = drawn.subarray(0, size);
    drawn = drawn.subarray(size);
    return taken;
  };
  return {
    bytes,
    idsAt: (at) => () => {
      place += 1;
      return idAt(at, place, bytes(16));
    },
  };
}

/** Draws a number of that kind. */
export type NewNumber = (kind: NumberKind, at: Date, random: RandomBytes) => string;

/** Numbers of one load: of so many, two may come out the same, and nobody would write the city a second time for that. */
export function createNumbers(): NewNumber {
  const given = new Set<string>();
  return (kind, at, random) => {
    for (;;) {
      const number = newNumber(kind, at, random);
      if (given.has(number)) continue;
      given.add(number);
      return number;
    }
  };
}
