import { insertRow, lockedRowOrSkip, updateRow } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { AnsweredGroup } from '../domain/pulse-publication.ts';
import type { Membership, PlacedStaff, PulseAnswers, PulseMonth, PulseResult } from '../domain/pulse.ts';
import { layAnew, lockWhole } from './lay-anew.ts';
import { pulseMonthTable } from './pulse.table.ts';

/** How many months back two of them could be set side by side. */
const monthsCompared = 12;

type Answer = Readonly<{ id: string; month: string; unitGroup: string; answers: PulseAnswers }>;

export const pulseRepository = (manager: EntityManager) => ({
  /** Whether it has begun; nobody else begins it until the transaction ends. */
  isBegunWhenLocked: async (month: string): Promise<boolean> => {
    await manager.query('lock table pulse_months in share row exclusive mode');
    return manager.existsBy(pulseMonthTable, { month });
  },

  begin: async (pulse: PulseMonth, groups: readonly Membership[]): Promise<void> => {
    await insertRow(manager, pulseMonthTable, pulse);
    for (const { unitGroup, members } of groups) {
      await manager.query('insert into pulse_memberships (month, unit_group, staff_ids) values ($1, $2, $3)', [
        pulse.month,
        unitGroup,
        members,
      ]);
    }
  },

  /** Everybody on the staff whose organization we know of. */
  placedStaff: (): Promise<PlacedStaff[]> =>
    manager.query(
      `select s.id as "staffId", o.area_path as "areaPath"
       from staff s join organizations o on o.id = s.organization_id order by s.id`,
    ),

  groupOf: async (staffId: string, month: string): Promise<string | null> => {
    const [row] = await manager.query<{ unit_group: string }[]>(
      'select unit_group from pulse_memberships where month = $1 and staff_ids @> array[$2::uuid]',
      [month, staffId],
    );
    return row?.unit_group ?? null;
  },

  addAnswer: async ({ id, month, unitGroup, answers }: Answer): Promise<void> => {
    await lockWhole(manager, 'pulse_answers');
    await manager.query('insert into pulse_answers (id, month, unit_group, answers) values ($1, $2, $3, $4)', [
      id,
      month,
      unitGroup,
      answers,
    ]);
    await layAnew(manager, { table: 'pulse_answers', order: 'id' });
  },

  lockedOrSkip: (id: string): Promise<PulseMonth | null> => lockedRowOrSkip(manager, pulseMonthTable, id),

  answered: (month: string): Promise<AnsweredGroup[]> =>
    manager.query(
      `select m.unit_group as "unitGroup", m.staff_ids as members,
         coalesce((select jsonb_agg(a.answers) from pulse_answers a
           where a.month = m.month and a.unit_group = m.unit_group), '[]') as answers
       from pulse_memberships m where m.month = $1 order by m.unit_group`,
      [month],
    ),

  /** Of each month before, as far back as one could be set against this one. */
  earlierMemberships: async (month: string): Promise<readonly (readonly Membership[])[]> => {
    const rows = await manager.query<(Membership & { month: string })[]>(
      `select month, unit_group as "unitGroup", staff_ids as members from pulse_memberships
       where month in (select month from pulse_months where month < $1 order by month desc limit $2)`,
      [month, monthsCompared],
    );
    return [...Map.groupBy(rows, (row) => row.month).values()];
  },

  /** What may be told stays; the answers are destroyed. */
  close: async (before: PulseMonth, after: PulseMonth, results: readonly PulseResult[]): Promise<void> => {
    const { month } = before;
    await manager.query('insert into pulse_results (month, results) values ($1, $2)', [month, JSON.stringify(results)]);
    await manager.query('delete from pulse_answers where month = $1', [month]);
    await updateRow(manager, pulseMonthTable, before, after);
  },
});
