import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Whereabouts } from './stack.ts';

/** What a Node process of the stack tried; `watched` is the note that it is looked after. */
export type Outbound = Readonly<{ pid: number; what: 'watched' | 'connect' | 'lookup' | 'datagram'; target: string }>;

export const outboundFile = (folder: string): string => join(folder, 'outbound.jsonl');

/** Everything that loopback-only.ts has written down of a stack. */
export function outboundOf({ folder }: Whereabouts): readonly Outbound[] {
  const file = outboundFile(folder);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Outbound);
}

/** Attempts to reach another machine. */
export const attemptsOf = (stack: Whereabouts): readonly Outbound[] =>
  outboundOf(stack).filter(({ what }) => what !== 'watched');

/** The processes that are looked after. */
export const watchedPids = (stack: Whereabouts): readonly number[] => [
  ...new Set(outboundOf(stack).map(({ pid }) => pid)),
];
