import { readFileSync } from 'node:fs';

/** Adds up what every suite and the checks say of themselves: `Tests: 1 failed, 3 passed`, `checks: 7 passed, 0 failed`. */
export function totals(log: string): Readonly<{ passed: number; failed: number; skipped: number }> {
  const lines = log.split('\n').filter((line) => /(^|\s)(Tests|checks):\s/.test(line));
  const sum = (word: string): number =>
    lines.reduce((total, line) => total + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed, skipped } = totals(readFileSync(process.argv[2] ?? 0, 'utf8'));
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}
