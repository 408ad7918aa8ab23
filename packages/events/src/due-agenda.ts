import type { Clock } from '@onevisit/kernel';
import type { DueRow, DueSource } from './due-source.ts';
import type { Rests } from './rests.ts';

/** A row that is due, whose it is, and what it is known by as long as it is due at that time. */
export type DueEntry = Readonly<{ key: string; source: DueSource; row: DueRow }>;

/** What is due by now over all sources, the earliest first. */
export type Agenda = Readonly<{
  all: () => Promise<readonly DueEntry[]>;
  /** Without those that are let alone for a while. */
  ready: () => Promise<readonly DueEntry[]>;
  /** Whether none that is ready comes before it. */
  isFirst: (entry: DueEntry) => Promise<boolean>;
}>;

const batchSize = 500;

export function createAgenda(clock: Clock, sources: readonly DueSource[], rests: Rests): Agenda {
  const found = async (limit: number): Promise<readonly DueEntry[]> => {
    const now = clock.now();
    // Rows that rest are found too: however many there are, they hide no other.
    const perSource = await Promise.all(sources.map(async (source) => dueIn(source, now, limit + rests.count())));
    return perSource.flat().toSorted((left, right) => left.row.dueAt.getTime() - right.row.dueAt.getTime());
  };
  const ready = async (limit: number): Promise<readonly DueEntry[]> =>
    (await found(limit)).filter(({ key }) => !rests.isOn(key));

  return {
    all: async () => found(batchSize),
    ready: async () => ready(batchSize),
    isFirst: async ({ row }) => {
      const [first] = await ready(1);
      return !first || first.row.dueAt >= row.dueAt;
    },
  };
}

const dueIn = async (source: DueSource, now: Date, limit: number): Promise<readonly DueEntry[]> =>
  (await source.due(now, limit)).map((row) => ({
    key: `${source.name}/${row.id}/${row.dueAt.getTime()}`,
    source,
    row,
  }));
