import { readFileSync } from 'node:fs';
import type { Viewer } from '@onevisit/kernel';
import type { Voucher } from './viewer-token.ts';

/** Viewers by the token that stands for each. */
export type FixedViewers = ReadonlyMap<string, Viewer>;

/** Names the file that a benchmark has written: `{ token: viewer }`. */
export const fixedViewersVariable = 'ONEVISIT_BENCH_VIEWERS';

const shortestToken = 43;

/**
 * For the benchmark alone: gateways that cannot sign as ours does send a fixed token, so that all can be measured over
 * the same subgraphs. Null, and none is taken, unless whoever starts the process names a file of them.
 */
export function fixedViewersOf(environment: Readonly<Record<string, string | undefined>>): FixedViewers | null {
  const file = environment[fixedViewersVariable];
  if (!file) return null;
  const viewers = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Viewer>>;
  const entries = Object.entries(viewers).map(([token, viewer]) => {
    if (token.length < shortestToken)
      throw new Error(`${fixedViewersVariable}: a token of 32 random bytes, no shorter`);
    return [token, Object.freeze({ ...viewer, roles: Object.freeze(viewer.roles) })] as const;
  });
  return new Map(entries);
}

const budgetMs = 5_000;

export function fixedVoucher(token: unknown, viewers: FixedViewers | null | undefined): Voucher | null {
  const viewer = typeof token === 'string' ? viewers?.get(token) : undefined;
  return viewer ? { viewer, budgetMs } : null;
}
