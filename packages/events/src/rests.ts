/** Why and until when a due row is let alone. */
export type Rest = Readonly<{ times: number; until: number; cause: unknown }>;

/** Due rows that were tried in vain, each with a pause that doubles; by the real clock. */
export type Rests = Readonly<{
  /** It was handled and is due all the same: another worker holds it. */
  isStillDue: (key: string) => void;
  /** Its handling threw. */
  failed: (key: string, cause: unknown) => void;
  of: (key: string) => Rest | null;
  isOn: (key: string) => boolean;
  /** How many are on now. */
  count: () => number;
}>;

const soonMs = 50;
const afterFaultMs = 1_000;
const longestMs = 300_000;
const forgottenAfterMs = 60_000;

export function createRests(): Rests {
  const rests = new Map<string, Rest>();

  const begin = (key: string, firstMs: number, cause: unknown): void => {
    const times = (rests.get(key)?.times ?? 0) + 1;
    rests.set(key, { times, until: Date.now() + Math.min(longestMs, firstMs * 2 ** (times - 1)), cause });
  };
  const forget = (): void => {
    const before = Date.now() - forgottenAfterMs;
    for (const [key, { until }] of rests) if (until < before) rests.delete(key);
  };
  const isOn = (key: string): boolean => (rests.get(key)?.until ?? 0) > Date.now();

  return {
    isStillDue: (key) => begin(key, soonMs, null),
    failed: (key, cause) => begin(key, afterFaultMs, cause),
    of: (key) => rests.get(key) ?? null,
    isOn,
    count: () => {
      forget();
      return [...rests.keys()].filter(isOn).length;
    },
  };
}
