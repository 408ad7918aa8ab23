import { createHash } from 'node:crypto';

/** 默克尔根 (RFC 6962), in hex: one hash that vouches for every leaf and for its place. */
export function merkleRoot(leaves: readonly (string | Uint8Array)[]): string {
  let level = leaves.map((leaf) => digest(leafMark, Buffer.from(leaf)));
  // Pairs from the left, an odd one carried up: the same tree as the one that splits at a power of two.
  while (level.length > 1) level = paired(level);
  return (level[0] ?? createHash('sha256').digest()).toString('hex');
}

const paired = (level: readonly Buffer[]): Buffer[] =>
  level.flatMap((left, at) => {
    if (at % 2 === 1) return [];
    const right = level[at + 1];
    return [right ? digest(pairMark, left, right) : left];
  });

// A leaf can never be taken for a pair.
const leafMark = Buffer.of(0);
const pairMark = Buffer.of(1);

function digest(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
