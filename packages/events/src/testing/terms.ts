import type { Database } from '@onevisit/data';
import type { Scope } from '@onevisit/kernel';
import { dueSource, type DueSource } from '../index.ts';
import { sampleFrame, type SampleTx } from './sample.ts';

export type Term = Readonly<{ id: string; dueAt: Date; state: string }>;

type Act = (tx: Scope & SampleTx, term: Term) => Promise<void>;

const idle: Act = async () => undefined;

/** Terms of one kind, as a service has its deadlines: each runs out once, and history tells when. */
export const termsOf = (database: Database, kind: string, act: Act = idle): DueSource =>
  dueSource({
    name: kind,
    due: async (now, limit) =>
      database.source.query<Term[]>(
        `select id, due_at as "dueAt" from terms where state = 'RUNNING' and kind = $1 and due_at <= $2
         order by due_at limit $3`,
        [kind, now, limit],
      ),
    frame: (now) => sampleFrame(database, undefined, now),
    locked: async (tx, id) => {
      const [row] = await tx.sql(
        'select id, due_at as "dueAt", state from terms where id = $1 for update skip locked',
        [id],
      );
      return (row as Term | undefined) ?? null;
    },
    isWaiting: ({ state }) => state === 'RUNNING',
    act: async (tx, term) => {
      await act(tx, term);
      await tx.sql(`update terms set state = 'LAPSED' where id = $1`, [term.id]);
      await tx.sql('insert into acts (term_id, kind, at) values ($1, $2, $3)', [term.id, kind, tx.now]);
    },
  });
