/** What becomes of a field in a test run. Decided by what it is, not by when it is asked: two executors meet the same. */
export type Fate = 'FINE' | 'NULL' | 'FAILS';

/** What a subgraph says in spite of its own schema. */
export type Lie = 'NONE' | 'NULL' | 'MISSING' | 'WRONG';

/** How a test run goes wrong. */
export type Trouble = Readonly<{
  seed: number;
  /** One in so many fields is null, or fails; never where 0. */
  nulls: number;
  failures: number;
  /** One in so many values of an answer is not what the schema promises. */
  lies: number;
}>;

export const noTrouble: Trouble = { seed: 0, nulls: 0, failures: 0, lies: 0 };

export function fateOf({ seed, nulls, failures }: Trouble, place: string): Fate {
  if (oneIn(failures, `${seed} fails ${place}`)) return 'FAILS';
  return oneIn(nulls, `${seed} null ${place}`) ? 'NULL' : 'FINE';
}

export function lieAt({ seed, lies }: Trouble, place: string): Lie {
  if (!oneIn(lies, `${seed} lie ${place}`)) return 'NONE';
  return (['NULL', 'MISSING', 'WRONG'] as const)[hash(`${place} ${seed}`) % 3] ?? 'NULL';
}

const oneIn = (count: number, text: string): boolean => count > 0 && hash(text) % count === 0;

/** FNV-1a with a last stir, so that near texts fall apart. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
