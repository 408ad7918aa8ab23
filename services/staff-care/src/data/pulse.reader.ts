import { statement, type Reader } from '@onevisit/data';
import type { DueRow } from '@onevisit/events';
import type { PulseResult } from '../domain/pulse.ts';

export type PublishedPulse = Readonly<{ month: string; closedAt: Date; results: readonly PulseResult[] }>;

const published = statement<PublishedPulse>(
  'published-pulse',
  `select m.month, m.closed_at as "closedAt", r.results
   from pulse_months m join pulse_results r on r.month = m.month where m.month = $1`,
);

const open = statement<DueRow>(
  'pulses-to-close',
  `select id, closes_at as "dueAt" from pulse_months
   where closed_at is null and closes_at <= $1 order by closes_at, id limit $2`,
);

export const pulseReader = ({ rows }: Reader) => ({
  published: async (month: string): Promise<PublishedPulse | null> => (await rows(published, [month]))[0] ?? null,

  /** Months that are over by now and not counted. */
  toClose: (now: Date, limit: number) => rows(open, [now, limit]),
});
