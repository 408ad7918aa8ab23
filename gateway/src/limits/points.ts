/** What a caller has left to spend, as `rateLimit` tells it. */
export type Standing = Readonly<{ limit: number; remaining: number; resetAt: Date }>;

/** Points of each caller: an allowance that fills up again with time. */
export type Points = Readonly<{
  /** Takes the cost of one operation; null when the caller has not got that many left. */
  debit: (caller: string, cost: number) => Standing | null;
  standing: (caller: string) => Standing;
  /** Seconds until the caller could afford that much. */
  secondsUntil: (caller: string, cost: number) => number;
}>;

export type Allowance = Readonly<{ limit: number; perSecond: number }>;

/** So many points at once, and as many again within an hour. */
export const allowanceOf = (pointsPerHour: number): Allowance => ({
  limit: pointsPerHour,
  perSecond: pointsPerHour / 3_600,
});

/** An hour's work of a busy desk, several times over. */
export const defaultAllowance: Allowance = allowanceOf(200_000);

type Account = Readonly<{ left: number; at: number }>;

const mostCallers = 10_000;

/** By the real clock, in the memory of this process alone. */
export function createPoints({ limit, perSecond }: Allowance, now: () => number = Date.now): Points {
  const accounts = new Map<string, Account>();

  const left = (caller: string): number => {
    const account = accounts.get(caller);
    return account ? Math.min(limit, account.left + ((now() - account.at) / 1_000) * perSecond) : limit;
  };
  const standingWith = (remaining: number): Standing => ({
    limit,
    remaining: Math.floor(remaining),
    resetAt: new Date(now() + ((limit - remaining) / perSecond) * 1_000),
  });
  const keep = (caller: string, remaining: number): void => {
    accounts.delete(caller);
    accounts.set(caller, { left: remaining, at: now() });
    const [oldest] = accounts.keys();
    if (accounts.size > mostCallers && oldest !== undefined) accounts.delete(oldest);
  };

  return {
    debit: (caller, cost) => {
      const remaining = left(caller) - cost;
      if (remaining < 0) return null;
      keep(caller, remaining);
      return standingWith(remaining);
    },
    standing: (caller) => standingWith(left(caller)),
    secondsUntil: (caller, cost) => Math.max(1, Math.ceil((Math.min(cost, limit) - left(caller)) / perSecond)),
  };
}
