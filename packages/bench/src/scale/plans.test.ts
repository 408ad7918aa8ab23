import { describe, expect, it } from '@jest/globals';
import { plansIn } from './plans.ts';

describe('plans in a log', () => {
  it('are told with their time, their steps and what those had to look at, and without what was only guessed', () => {
    const log = [
      '2026-05-09 00:00:00.000 UTC [7] LOG:  duration: 0.125 ms  plan:',
      '\tQuery Text: select o.id',
      '\tfrom organizations o where o.id = any($1)',
      "\tQuery Parameters: $1 = '{018cc251}'",
      '\tIndex Scan using pk_organizations on organizations o  (cost=0.28..12.34 rows=2 width=16) (actual time=0.020..0.031 rows=2.00 loops=1)',
      "\t  Index Cond: (id = ANY ('{018cc251}'::uuid[]))",
      '\t  Buffers: shared hit=6',
      '2026-05-09 00:00:00.000 UTC [7] LOG:  duration: 9.000 ms  plan:',
      '\tQuery Text: select id, due_at as "dueAt" from deadlines',
      '\tLimit  (cost=0.28..8.29 rows=1 width=24) (actual time=0.004..0.004 rows=0.00 loops=1)',
    ];
    expect(plansIn(log.join('\n'))).toEqual([
      {
        ms: 0.125,
        statement: 'select o.id from organizations o where o.id = any($1)',
        shape: [
          'Index Scan using pk_organizations on organizations o (actual time=0.031 rows=2.00 loops=1)',
          "  Index Cond: (id = ANY ('{018cc251}'::uuid[]))",
        ],
      },
    ]);
  });
});
