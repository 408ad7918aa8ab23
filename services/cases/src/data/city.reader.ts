import { statement, type Reader } from '@onevisit/data';
import type { CaseEvent } from '../domain/case-event.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { caseEventTable } from './case-event.table.ts';
import { fileFrom, fileStatement, type FileRow } from './case-file.repository.ts';
import { rowsFromJson } from './json-rows.ts';

/** A case with its whole history, as the store has it. */
export type StoredCase = Readonly<{
  file: CaseFile;
  events: readonly CaseEvent[];
  wrappedKey: string | null;
  narrativeSealed: string | null;
  /** Every column of every row of the case, as text. */
  text: string;
}>;

const files = statement<FileRow>('city-files', fileStatement('where c.id > $1 order by c.id limit $2'));

type Rest = Readonly<{
  events: readonly object[];
  wrappedKey: string | null;
  narrativeSealed: string | null;
  others: object;
}>;

const allOf = (table: string, column = 'case_id'): string =>
  `(select jsonb_agg(to_jsonb(r)) from ${table} r where r.${column} = c.id)`;

const rests = statement<Rest>(
  'city-rests',
  `select
     (select coalesce(jsonb_agg(to_jsonb(e) order by e.seq), '[]') from case_events e where e.case_id = c.id) as "events",
     (select wrapped_key from case_keys where case_id = c.id) as "wrappedKey",
     (select narrative_sealed from case_texts where case_id = c.id) as "narrativeSealed",
     jsonb_build_array(${allOf('capabilities', 'id')}, ${allOf('outgoing_messages')}, ${allOf('identity_accesses')})
       as "others"
   from cases c where c.id > $1 order by c.id limit $2`,
);

const first = '00000000-0000-0000-0000-000000000000';

export type CityReader = ReturnType<typeof cityReader>;

/** Reads every case from one end to the other, to be verified. */
export const cityReader = ({ rows }: Reader) => ({
  /** The next cases behind the one with that id, by their ids. */
  page: async (behind: string | null, limit: number): Promise<readonly StoredCase[]> => {
    const values = [behind ?? first, limit];
    const [found, others] = await Promise.all([rows(files, values), rows(rests, values)]);
    return found.flatMap((row, at) => {
      const rest = others[at];
      return rest ? [storedFrom(row, rest)] : [];
    });
  },
});

const storedFrom = (row: FileRow, rest: Rest): StoredCase => ({
  file: fileFrom(row),
  events: rowsFromJson(caseEventTable, rest.events),
  wrappedKey: rest.wrappedKey,
  narrativeSealed: rest.narrativeSealed,
  text: JSON.stringify([row, rest]),
});
