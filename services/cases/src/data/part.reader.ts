import { fieldsOf, selected, statement, type Reader, type Table } from '@onevisit/data';
import type { CaseEvent } from '../domain/case-event.ts';
import { identityAccessTable } from './capability.table.ts';
import { caseEventTable } from './case-event.table.ts';
import { caseTextTable } from './case-text.table.ts';
import { deadlineTable } from './deadline.table.ts';
import {
  admissionDecisionTable,
  casePartyTable,
  claimTable,
  competenceDisputeTable,
  contestTable,
  contactTable,
  deliveryTable,
  executionItemTable,
  handlingOpinionTable,
  objectionTable,
  petitionerHeardTable,
  referralTable,
  resultConfirmationTable,
  serviceFailureTable,
} from './part.table.ts';

type Owned = Readonly<{ caseId: string }>;

/** Reads one kind of part: of many cases at once, or by its own ids. */
function reading<Row extends Owned>({ rows }: Reader, table: Table<Row>, orderBy: string) {
  const name = table.options.tableName ?? table.options.name;
  const columns = selected(fieldsOf(table));
  const ofCases = statement<Row>(
    `${name}-of-cases`,
    `select ${columns} from ${name} where case_id = any($1) order by case_id, ${orderBy}`,
  );
  const byIds = statement<Row>(`${name}-by-id`, `select ${columns} from ${name} where id = any($1)`);
  return {
    ofCases: (caseIds: readonly string[]) => rows(ofCases, [caseIds]),
    byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  };
}

export const partReaders = (reader: Reader) => ({
  claims: reading(reader, claimTable, 'ordinal'),
  contacts: reading(reader, contactTable, 'ordinal'),
  parties: reading(reader, casePartyTable, 'ordinal'),
  deadlines: reading(reader, deadlineTable, 'started_at, id'),
  referrals: reading(reader, referralTable, 'hop'),
  objections: reading(reader, objectionTable, 'raised_at, id'),
  disputes: reading(reader, competenceDisputeTable, 'raised_at, id'),
  admissions: reading(reader, admissionDecisionTable, 'decided_at, id'),
  contests: reading(reader, contestTable, 'requested_at, id'),
  heard: reading(reader, petitionerHeardTable, 'at, id'),
  opinions: reading(reader, handlingOpinionTable, 'drafted_at, id'),
  deliveries: reading(reader, deliveryTable, 'delivered_at, id'),
  executionItems: reading(reader, executionItemTable, 'id'),
  confirmations: reading(reader, resultConfirmationTable, 'confirmed_at'),
  failures: reading(reader, serviceFailureTable, 'occurred_at, id'),
  accesses: reading(reader, identityAccessTable, 'at, id'),
});

type Linked = Readonly<{ caseId: string; organizationId: string }>;
type WrappedKey = Readonly<{ caseId: string; wrappedKey: string }>;

const respondents = statement<Linked>(
  'respondents-of-cases',
  `select case_id as "caseId", organization_id as "organizationId" from case_respondents where case_id = any($1)`,
);

const texts = statement(
  'texts-of-cases',
  `select ${selected(fieldsOf(caseTextTable))} from case_texts where case_id = any($1)`,
) as Readonly<{ name: string; text: string; row?: Readonly<{ caseId: string; narrativeSealed: string }> }>;

const wrappedKeys = statement<WrappedKey>(
  'keys-of-cases',
  `select case_id as "caseId", wrapped_key as "wrappedKey" from case_keys where case_id = any($1)`,
);

const eventsById = statement<CaseEvent>(
  'case-events-by-id',
  `select ${selected(fieldsOf(caseEventTable))} from case_events where id = any($1)`,
);

// The level of each case's viewer decides row by row; the newest first, so many of each case.
const timelines = statement<CaseEvent>(
  'timelines',
  `select listed.*
   from unnest($1::uuid[], $2::int[]) as asked (id, level)
   cross join lateral (
     select ${selected(fieldsOf(caseEventTable), 'e')} from case_events e
     where e.case_id = asked.id and e.seq < $3
       and array_position(array['PUBLIC', 'PETITIONER', 'UNIT', 'BUREAU', 'SEALED'], e.visibility) <= asked.level
     order by e.seq desc limit $4
   ) listed`,
);

export const recordReader = ({ rows }: Reader) => ({
  respondentsOf: (caseIds: readonly string[]) => rows(respondents, [caseIds]),
  textsOf: (caseIds: readonly string[]) => rows(texts, [caseIds]),
  wrappedKeysOf: (caseIds: readonly string[]) => rows(wrappedKeys, [caseIds]),
  eventsById: (ids: readonly string[]) => rows(eventsById, [ids]),
  timelines: (
    asked: readonly Readonly<{ caseId: string; level: number }>[],
    page: Readonly<{ beforeSeq: number; limit: number }>,
  ) =>
    rows(timelines, [asked.map(({ caseId }) => caseId), asked.map(({ level }) => level), page.beforeSeq, page.limit]),
});
