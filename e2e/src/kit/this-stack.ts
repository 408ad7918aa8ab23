import type { Mounting, Whereabouts } from './stack.ts';

declare global {
  /** Which of the two mountings the test file runs against; Jest's configuration sets it. */
  var mounting: Mounting | undefined;
}

/** Where the set-up of a mounting leaves word of the stack that it has started. */
export const wordOf = (mounting: Mounting): string => `ONEVISIT_E2E_${mounting.replaceAll('-', '_').toUpperCase()}`;

/** The stack of the mounting that this test file runs against. */
export function thisStack(): Whereabouts {
  const { mounting } = globalThis;
  const folder = mounting && process.env[wordOf(mounting)];
  if (!mounting || !folder) throw new Error('no stack was started: run this file as a journey (README.md)');
  return { mounting, folder };
}
