/** Draws the next number, 0 or more and less than 1. */
export type Random = () => number;

/** The seed of the city that everybody knows. */
export const defaultSeed = 20260501;

/** mulberry32: small, quick, and the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed of its own for what is named, so that adding one thing changes no other. */
export function seedFor(seed: number, name: string): number {
  let hash = seed >>> 0;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
