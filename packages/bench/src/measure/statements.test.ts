import { describe, expect, it } from '@jest/globals';
import { statementsIn } from './statements.ts';

describe('statements in a log', () => {
  it('count whether they are named, plain or part of a transaction; what runs in the background does not', () => {
    const log = [
      '2026-05-09 00:00:00.000 UTC [7] LOG:  execute cases-by-id: select c.id from cases c where c.id = any($1)',
      "2026-05-09 00:00:00.000 UTC [7] DETAIL:  Parameters: $1 = '{}'",
      '2026-05-09 00:00:00.000 UTC [7] LOG:  statement: START TRANSACTION',
      '2026-05-09 00:00:00.000 UTC [7] LOG:  execute <unnamed>: insert into care_keys values ($1, $2)',
      '2026-05-09 00:00:00.000 UTC [7] LOG:  statement: COMMIT',
      '2026-05-09 00:00:00.000 UTC [7] LOG:  execute <unnamed>: insert into events.job (id) values ($1)',
      '2026-05-09 00:00:00.000 UTC [8] LOG:  execute <unnamed>: ',
      '\t    WITH strict_fifo_heads AS MATERIALIZED (',
      '\t      SELECT 1)',
      '2026-05-09 00:00:00.000 UTC [8] LOG:  execute deadlines-due: select id, due_at as "dueAt" from deadlines',
    ];
    expect(statementsIn(log.join('\n'))).toBe(5);
  });
});
