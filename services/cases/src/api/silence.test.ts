import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@onevisit/kernel';
import { testKeys } from '@onevisit/testing';
import { definition } from '../subgraph.ts';
import { people, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { heardInPerson, storyOf } from '../testing/story.ts';

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const page = async (id: string) => {
  const asked = `query { case(id: "${id}") {
    status handler { id } nextDeadline { kind dueOn } referrals { state }
    admission { decision decidedBy { id } decidedAt noticeNo noticeDeliveredAt }
    deadlines { kind state startedAt dueOn metAt lateByDays }
    serviceFailures { kind severity organization { id } occurredAt detectedBy state deadline { kind } }
    timeline { edges { node { type at actor { id } } } }
  } }`;
  return (await service.as(people.bureau)(asked)).data?.['case'];
};
const eventsAbout = (id: string) => service.delivered.filter(({ data }) => data['caseId'] === id);

describe('a referred case that nobody touches', () => {
  it('is deemed admitted at the end of the notice term, and the unit answers for its silence', async () => {
    const { id } = await storyOf(service).referred();
    await service.at('2026-03-25T09:00:00Z');
    const end = '2026-03-17T16:00:00.000Z';
    expect(await page(id)).toEqual({
      status: 'ADMITTED',
      handler: null,
      // From the day on which the unit had the matter, not from the day on which its silence was noticed.
      nextDeadline: { kind: 'HANDLING', dueOn: '2026-05-06' },
      referrals: [{ state: 'DEEMED_ACCEPTED' }],
      admission: {
        decision: 'DEEMED_ADMIT',
        decidedBy: null,
        decidedAt: end,
        noticeNo: expect.stringMatching(/^SL26-/),
        noticeDeliveredAt: null,
      },
      deadlines: [
        ['REGISTRATION', 'MET', '2026-03-02T01:00:00.000Z', '2026-03-03', '2026-03-02T01:00:00.000Z', 0],
        ['TRANSFER', 'MET', '2026-03-02T01:00:00.000Z', '2026-03-17', '2026-03-02T01:30:00.000Z', 0],
        ['FIRST_CONTACT', 'BREACHED', '2026-03-02T01:00:00.000Z', '2026-03-03', null, 1],
        ['ADMISSION_NOTICE', 'BREACHED', '2026-03-02T01:30:00.000Z', '2026-03-17', null, 1],
        ['OBJECTION', 'MET', '2026-03-02T01:30:00.000Z', '2026-03-09', '2026-03-09T16:00:00.000Z', 0],
        ['HANDLING', 'RUNNING', '2026-03-02T01:30:00.000Z', '2026-05-06', null, 0],
      ].map(([kind, state, startedAt, dueOn, metAt, lateByDays]) => ({
        kind,
        state,
        startedAt,
        dueOn,
        metAt,
        lateByDays,
      })),
      serviceFailures: [
        {
          kind: 'LATE_ADMISSION_NOTICE',
          severity: 'MINOR',
          organization: { id: town.department.id },
          occurredAt: end,
          detectedBy: 'SYSTEM',
          state: 'CONFIRMED',
          deadline: { kind: 'ADMISSION_NOTICE' },
        },
      ],
      timeline: {
        edges: [
          { node: { type: 'CaseDeemedAdmitted', at: end, actor: null } },
          { node: { type: 'DeadlineBreached', at: end, actor: null } },
          { node: { type: 'CaseReferred', at: '2026-03-02T01:30:00.000Z', actor: { id: people.bureau.id } } },
          { node: { type: 'CaseRegistered', at: '2026-03-02T01:00:00.000Z', actor: { id: people.clerk.id } } },
        ],
      },
    });
    const told = eventsAbout(id).filter(({ time }) => time === end);
    expect(told.map(({ type, organizationId }) => [type, organizationId])).toEqual([
      ['case.deemedAdmitted.v1', town.department.id],
      ['deadline.breached.v1', town.department.id],
      ['deadline.started.v1', town.department.id],
      ['serviceFailure.confirmed.v1', town.department.id],
    ]);
  });

  it('goes its way afterwards: the late notice is late, and the handling goes on', async () => {
    const { id } = await storyOf(service).referred();
    await service.at('2026-03-20T01:00:00Z');
    const key = () => ({ idempotencyKey: newId(), caseId: id });
    const notice = { ...key(), method: 'DIRECT', proofReference: '送达回证 1' };
    expect((await service.did(people.handler, 'deliverNotice', notice)).errors).toEqual([]);
    const handler = { ...key(), handlerId: people.handler.id };
    expect((await service.did(people.leader, 'assignHandler', handler)).errors).toEqual([]);
    expect((await service.did(people.handler, 'recordPetitionerHeard', { ...key(), ...heardInPerson })).errors).toEqual(
      [],
    );
    expect(await page(id)).toMatchObject({
      status: 'IN_HANDLING',
      deadlines: expect.arrayContaining([
        expect.objectContaining({ kind: 'ADMISSION_NOTICE', state: 'MET_LATE', lateByDays: 3 }),
        expect.objectContaining({ kind: 'FIRST_CONTACT', state: 'MET_LATE', lateByDays: 17 }),
      ]),
    });
  });
});

describe('a case that a bureau registered and does not pass on', () => {
  it('stays where it is, and the bureau answers for it', async () => {
    const { id } = await storyOf(service).registered();
    await service.at('2026-03-18T00:00:00Z');
    expect(await page(id)).toMatchObject({
      status: 'REGISTERED',
      admission: null,
      nextDeadline: null,
      serviceFailures: [
        {
          kind: 'LATE_TRANSFER',
          organization: { id: town.countyBureau.id },
          occurredAt: '2026-03-17T16:00:00.000Z',
        },
      ],
    });
    const late = { idempotencyKey: newId(), caseId: id, toOrganizationId: town.department.id };
    expect((await service.did(people.bureau, 'referCase', late)).errors).toEqual([]);
    expect(await page(id)).toMatchObject({
      deadlines: expect.arrayContaining([
        expect.objectContaining({ kind: 'TRANSFER', state: 'MET_LATE', dueOn: '2026-03-17', lateByDays: 1 }),
      ]),
    });
  });
});

describe('a case that a unit received itself and leaves lying', () => {
  it('is deemed admitted fifteen days after the receipt of the petition', async () => {
    const { id } = await storyOf(service).registered({ receivedAt: '2026-02-26T02:00:00Z' }, people.unitClerk);
    await service.at('2026-03-18T00:00:00Z');
    expect(await page(id)).toMatchObject({
      status: 'ADMITTED',
      admission: { decision: 'DEEMED_ADMIT', decidedAt: '2026-03-13T16:00:00.000Z' },
      serviceFailures: [{ kind: 'LATE_ADMISSION_NOTICE', organization: { id: town.department.id } }],
      deadlines: expect.arrayContaining([
        expect.objectContaining({ kind: 'HANDLING', startedAt: '2026-02-26T02:00:00.000Z' }),
      ]),
    });
  });
});

/** Cases in every state, in the same order in every database. */
async function manyCases(): Promise<void> {
  const story = storyOf(service);
  await story.registered();
  await story.registered({ category: 'ACCUSATION' });
  await story.registered({}, people.unitClerk);
  await story.referred();
  await story.admitted();
  await story.heard();
  await story.signedUnsupported();
  await story.delivered();
  await story.delivered({ category: 'SUGGESTION', parties: [] });
  await story.executing();
  await story.reported();
  await story.verified();
  await story.accepted();
}

const histories = [
  `select place, c.status, conclusion_kind, admitted_at, concluded_at, next_due_at, is_overdue, version, last_seq
   from cases c join places using (id)`,
  `select place, kind, state, started_at, due_at, met_at, late_by_days, version, responsible_organization_id
   from deadlines d join places on places.id = d.case_id`,
  `select place, kind, severity, organization_id, occurred_at, detected_by, state
   from service_failures f join places on places.id = f.case_id`,
  `select place, seq, type, at, actor_organization_id, visibility from case_events e join places on places.id = e.case_id`,
  `select place, decision, decided_at, legal_basis, version from admission_decisions a join places on places.id = a.case_id`,
  `select place, state, takes_effect_at, version from result_confirmations r join places on places.id = r.case_id`,
  `select place, state, version from execution_items i join places on places.id = i.case_id`,
  `select place, state, due_at, sent_at from outgoing_messages m join places on places.id = m.case_id`,
  `select place, scope, s.status from case_scope s join places on places.id = s.case_id`,
  `select place, referrals.state, referrals.version from referrals join places on places.id = referrals.case_id`,
];

/** All that has happened, but for ids and numbers that are drawn: those differ from one telling to the next. */
async function history(): Promise<readonly unknown[]> {
  const tables: unknown[] = [];
  for (const sql of histories) {
    const rows = await service.database.query<{ row: string }>(
      `with places as (select id, row_number() over (order by id) as place from cases), told as (${sql})
       select told::text as row from told order by 1`,
    );
    tables.push(rows.map(({ row }) => row));
  }
  const events = service.delivered.map(({ type, time, organizationId }) => `${time} ${type} ${organizationId ?? ''}`);
  return [...tables, events.toSorted()];
}

describe('time', () => {
  it('a jump of sixty days is sixty days one by one: the same rows, the same times, the same events', async () => {
    const until = (days: number) => new Date(Date.UTC(2026, 2, 3 + days, 12));
    await manyCases();
    await service.at(until(60));
    const jumped = await history();
    await service.close();

    service = await startService();
    await manyCases();
    for (let days = 0; days <= 60; days += 1) await service.at(until(days));
    expect(await history()).toEqual(jumped);
    const failures = await service.database.query(
      'select kind, count(*)::int from service_failures group by 1 order by 1',
    );
    expect(failures).toEqual([
      { kind: 'LATE_ADMISSION_NOTICE', count: 3 },
      { kind: 'LATE_TRANSFER', count: 1 },
      { kind: 'NOT_EXECUTED', count: 2 },
      { kind: 'REPLY_NOT_DELIVERED', count: 1 },
    ]);
  });

  it('is acted on once, however many workers look', async () => {
    await manyCases();
    const { database, clock } = service;
    const silent = { deliver: async () => undefined, notify: async () => undefined, subscribersOf: () => [] };
    const other = definition.create({ ...silent, database, clock, keys: testKeys() });
    clock.set('2026-05-20T00:00:00Z');
    await Promise.all([service.subgraph.settle(), other.settle(), service.subgraph.settle()]);
    await other.stop();
    const twice = await database.query('select deadline_id from service_failures group by 1 having count(*) > 1');
    const gaps = await database.query(
      `select c.id from cases c where c.last_seq <> (select count(*) from case_events e where e.case_id = c.id)`,
    );
    expect([twice, gaps]).toEqual([[], []]);
  });
});
