import { runTransaction, type Frame } from '@onevisit/data';
import type { Scope } from '@onevisit/kernel';

/** A row that something must happen to at its time. */
export type DueRow = Readonly<{ id: string; dueAt: Date }>;

/** One kind of rows that fall due: deadlines, reminders, windows that lapse. */
export type DueSource = Readonly<{
  name: string;
  /** What is due by now, earliest first, at most `limit`. */
  due: (now: Date, limit: number) => Promise<readonly DueRow[]>;
  /** Locks the row or leaves it (`for update skip locked`), looks again, acts with `dueAt` as its time. */
  handle: (row: DueRow) => Promise<void>;
}>;

export type DueAct<Repositories extends object, Row> = Readonly<{
  name: string;
  due: DueSource['due'];
  /** The frame of a transaction at this business time: the row's own. */
  frame: (now: Date) => Frame<Repositories>;
  /** The row under its lock, as it is now; null where another worker holds it or it is gone. */
  locked: (tx: Scope & Repositories, id: string) => Promise<Row | null>;
  /** Whether it still waits for its time: it may have been met, or put off, since it was found. */
  isWaiting: (row: Row) => boolean;
  act: (tx: Scope & Repositories, row: Row) => Promise<void>;
}>;

/** The pattern of every kind of due rows: lock the row, look again, act at the time it was due. */
export const dueSource = <Repositories extends object, Row extends Readonly<{ dueAt: Date }>>({
  name,
  due,
  frame,
  locked,
  isWaiting,
  act,
}: DueAct<Repositories, Row>): DueSource => ({
  name,
  due,
  handle: async ({ id, dueAt }) =>
    runTransaction(frame(dueAt), async (tx) => {
      const row = await locked(tx, id);
      if (row && isWaiting(row) && row.dueAt.getTime() === dueAt.getTime()) await act(tx, row);
    }),
});
