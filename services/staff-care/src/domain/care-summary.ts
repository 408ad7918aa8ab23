/** How many requests of an organization and all below it wait. */
export type CareCount = Readonly<{ organizationId: string; open: number; overdue: number }>;

/** 关爱概况, as it may be told: a number is null where it is so small that it could point at somebody. */
export type CareSummary = Readonly<{ open: number | null; overdue: number | null }>;

const fewest = 5;

export const summarized = ({ open, overdue }: Pick<CareCount, 'open' | 'overdue'>): CareSummary => ({
  open: told(open),
  overdue: told(overdue),
});

const told = (count: number): number | null => (count >= fewest ? count : null);
