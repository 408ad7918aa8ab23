import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@onevisit/home';
import {
  as,
  clock,
  requestsToSubgraphs,
  story,
  tables,
  unitCode,
  until,
  type SubgraphName,
  type Told,
} from '../kit/index.ts';

/** Longer than any term of fifteen days, holidays at its end included. */
const silence = 'P27D';

let referred: Told;
let registered: Told;
let requests: readonly unknown[];

beforeAll(async () => {
  referred = await story.referred();
  registered = await story.registered();
  const before = await requestsToSubgraphs();
  // Nobody asks for anything from here on: the clock is moved in its file, and the job has to notice by itself.
  clock.leap(silence);
  await until(async () => (await failuresOf(referred)).length > 0 && (await failuresOf(registered)).length > 0);
  requests = [before, await requestsToSubgraphs()];
});

const failuresOf = ({ caseId }: Told) =>
  tables.rows(
    'cases',
    `select failure.kind, failure.state, failure.detected_by, organization.code,
       failure.occurred_at = deadline.due_at as "isAtDue", deadline.kind as term, deadline.state as "termState"
     from service_failures as failure
     join deadlines as deadline on deadline.id = failure.deadline_id
     join organizations as organization on organization.id = failure.organization_id
     where failure.case_id = $1`,
    [caseId],
  );

describe('a unit that says nothing', () => {
  it('has admitted the case: the law takes silence for yes', async () => {
    const found = await tables.rows(
      'cases',
      `select subject.status, decision.decision, decision.decided_by, decision.decided_at = deadline.due_at as "isAtDue"
       from cases as subject
       join admission_decisions as decision on decision.case_id = subject.id
       join deadlines as deadline on deadline.case_id = subject.id and deadline.kind = 'ADMISSION_NOTICE'
       where subject.id = $1`,
      [referred.caseId],
    );
    expect(found).toEqual([{ status: 'ADMITTED', decision: 'DEEMED_ADMIT', decided_by: null, isAtDue: true }]);
  });

  it('has its silence on record, against the unit and nobody else', async () => {
    expect(await failuresOf(referred)).toEqual([
      {
        kind: 'LATE_ADMISSION_NOTICE',
        state: 'CONFIRMED',
        detected_by: 'SYSTEM',
        code: unitCode,
        isAtDue: true,
        term: 'ADMISSION_NOTICE',
        termState: 'BREACHED',
      },
    ]);
  });

  it('owes the handling since the day on which it received the matter', async () => {
    const { case: seen } = await as('handler').sees<{ case: { deadlines: { kind: string; startedAt: string }[] } }>(
      'query ($id: ID!) { case(id: $id) { deadlines { kind startedAt } } }',
      { id: referred.caseId },
    );
    const startOf = (kind: string) => seen.deadlines.find((deadline) => deadline.kind === kind)?.startedAt;
    expect([startOf('HANDLING'), startOf('HANDLING')]).toEqual([expect.any(String), startOf('ADMISSION_NOTICE')]);
  });
});

describe('a bureau that does not refer', () => {
  it('has broken its term, on record against the bureau', async () => {
    expect(await failuresOf(registered)).toEqual([
      {
        kind: 'LATE_TRANSFER',
        state: 'CONFIRMED',
        detected_by: 'SYSTEM',
        code: '990102-LETT',
        isAtDue: true,
        term: 'TRANSFER',
        termState: 'BREACHED',
      },
    ]);
  });

  it('still owes it, and its chief sees both', async () => {
    const seen = await as('chief').sees(
      `query ($id: ID!) { case(id: $id) {
        status availableActions serviceFailures { kind organization { code } deadline { kind state } } } }`,
      { id: registered.caseId },
    );
    expect(seen).toEqual({
      case: {
        status: 'REGISTERED',
        availableActions: ['referCase', 'assignCase'],
        serviceFailures: [
          {
            kind: 'LATE_TRANSFER',
            organization: { code: '990102-LETT' },
            deadline: { kind: 'TRANSFER', state: 'BREACHED' },
          },
        ],
      },
    });
  });
});

describe('both', () => {
  it('stand in the record without anybody having asked for anything', () => {
    const [before, after] = requests;
    expect(after).toEqual(before);
  });

  it('are told to every subgraph that wants to know, once', async () => {
    const told = await toldOf([referred.caseId, registered.caseId]);
    await until(async () => (await inboxes(told)).every(({ seen }) => seen > 0));

    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['deadline.breached.v1', 'serviceFailure.confirmed.v1']),
    );
    expect((await inboxes(told)).filter(({ seen }) => seen !== 1)).toEqual([]);
  });

  it('are facts about the organizations, in the store that will score them', async () => {
    const facts = await tables.rows(
      'organizations',
      `select fact.kind, organization.code from unit_facts as fact
       join organizations as organization on organization.id = fact.organization_id
       where fact.case_id = any($1::uuid[]) and fact.source = 'SERVICE_FAILURE' order by fact.kind`,
      [[referred.caseId, registered.caseId]],
    );
    expect(facts).toEqual([
      { kind: 'LATE_ADMISSION_NOTICE', code: unitCode },
      { kind: 'LATE_TRANSFER', code: '990102-LETT' },
    ]);
  });
});

type Subject = Readonly<{ type: string; subjectId: string }>;

/** What the two silences are told as: breached terms, failures, an admission that nobody decided. */
const toldOf = (caseIds: readonly string[]) =>
  tables.rows<Subject>(
    'cases',
    `select 'deadline.breached.v1' as type, id as "subjectId" from deadlines
       where case_id = any($1::uuid[]) and state = 'BREACHED'
     union all
     select 'serviceFailure.confirmed.v1', id from service_failures where case_id = any($1::uuid[])
     union all
     select 'case.deemedAdmitted.v1', case_id from admission_decisions
       where case_id = any($1::uuid[]) and decision = 'DEEMED_ADMIT'`,
    [caseIds],
  );

/** How often each of them stands in the inbox of each of its subscribers. */
async function inboxes(subjects: readonly Subject[]) {
  const subscribers = JSON.parse(readFileSync(join(repositoryRoot(), 'gateway', 'events.json'), 'utf8')) as Readonly<
    Record<string, readonly SubgraphName[]>
  >;
  const looks = subjects.flatMap(({ type, subjectId }) =>
    (subscribers[type] ?? []).map(async (subscriber) => {
      const [row] = await tables.rows<{ seen: number }>(
        subscriber,
        'select count(*)::int as seen from inbox where type = $1 and subject_id = $2',
        [type, subjectId],
      );
      return { subscriber, type, seen: row?.seen ?? 0 };
    }),
  );
  return Promise.all(looks);
}
