import { fieldsOf, insertRow, selected, updateRow } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { AccusationHandover } from '../domain/accusation.ts';
import { accusationHandoverTable } from './handover.table.ts';

type Package = Readonly<{ narrative: string | null; claims: readonly string[]; identities: readonly string[] }>;

/** Handovers of sealed matters; they are guarded by the lock of their case. */
export const handoverRepository = (manager: EntityManager) => ({
  /** All of a case, the oldest first. */
  ofCase: (caseId: string): Promise<readonly AccusationHandover[]> =>
    manager.query<AccusationHandover[]>(
      `select ${selected(fieldsOf(accusationHandoverTable))} from accusation_handovers
       where case_id = $1 order by proposed_at, handed_at nulls first, id`,
      [caseId],
    ),

  /** Writes what is new and what has changed; who gives way is written first. */
  put: async (before: readonly AccusationHandover[], after: readonly AccusationHandover[]): Promise<void> => {
    for (const handover of after) {
      const known = before.find(({ id }) => id === handover.id);
      await (known
        ? updateRow(manager, accusationHandoverTable, known, handover)
        : insertRow(manager, accusationHandoverTable, handover));
    }
  },

  /** What is handed over, as it is stored. */
  packageOf: async (caseId: string): Promise<Package> => {
    const [found] = await manager.query<Package[]>(
      `select (select narrative_sealed from case_texts where case_id = $1) as "narrative",
         array(select text_sealed from claims where case_id = $1 order by ordinal) as "claims",
         array(select identity_sealed from case_parties where case_id = $1 order by ordinal) as "identities"`,
      [caseId],
    );
    return found ?? { narrative: null, claims: [], identities: [] };
  },
});
