/** How many failures one client may make: some at once, then one now and again. */
export type Throttle = Readonly<{
  /** Takes one from the client's allowance; false when nothing is left of it. */
  take: (client: string) => boolean;
  /** Gives back what was taken, for a request that did not fail. */
  giveBack: (client: string) => void;
}>;

export type Allowance = Readonly<{ atOnce: number; oneEveryMs: number }>;

type Bucket = Readonly<{ left: number; at: number }>;

const mostClients = 10_000;

/** Counts by the real clock, in this process alone. It knows clients and not what they try: nobody can lock a case. */
export function createThrottle({ atOnce, oneEveryMs }: Allowance, now: () => number = Date.now): Throttle {
  const buckets = new Map<string, Bucket>();

  const filled = (client: string): number => {
    const bucket = buckets.get(client);
    if (!bucket) return atOnce;
    return Math.min(atOnce, bucket.left + (now() - bucket.at) / oneEveryMs);
  };
  const keep = (client: string, left: number): void => {
    buckets.delete(client);
    if (left < atOnce) buckets.set(client, { left, at: now() });
    const [oldest] = buckets.keys();
    if (buckets.size > mostClients && oldest !== undefined) buckets.delete(oldest);
  };
  return {
    take: (client) => {
      const left = filled(client);
      if (left < 1) return false;
      keep(client, left - 1);
      return true;
    },
    giveBack: (client) => keep(client, Math.min(atOnce, filled(client) + 1)),
  };
}
