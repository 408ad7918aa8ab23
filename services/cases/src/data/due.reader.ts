import { statement, type Reader } from '@onevisit/data';

type Due = Readonly<{ id: string; dueAt: Date }>;

// Each is the range of a partial index: what waits no more is not in it.
const deadlines = statement<Due>(
  'deadlines-due',
  `select id, due_at as "dueAt" from deadlines where state = 'RUNNING' and due_at <= $1 order by due_at, id limit $2`,
);

const confirmations = statement<Due>(
  'confirmations-due',
  `select id, takes_effect_at as "dueAt" from result_confirmations
   where state = 'PENDING' and takes_effect_at <= $1 order by takes_effect_at, id limit $2`,
);

const messages = statement<Due>(
  'messages-due',
  `select id, due_at as "dueAt" from outgoing_messages where state = 'PENDING' and due_at <= $1
   order by due_at, id limit $2`,
);

/** What falls due by itself, the earliest first. */
export const dueReader = ({ rows }: Reader) => ({
  deadlines: (now: Date, limit: number) => rows(deadlines, [now, limit]),
  confirmations: (now: Date, limit: number) => rows(confirmations, [now, limit]),
  messages: (now: Date, limit: number) => rows(messages, [now, limit]),
});
