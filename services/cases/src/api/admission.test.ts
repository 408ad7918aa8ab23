import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { people, staffEvent, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { handedOver, storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let story: ReturnType<typeof storyOf>;
beforeAll(async () => {
  service = await startService();
  story = storyOf(service);
});
afterAll(() => service.close());

const whole = `case {
  version status stage admittedAt handler { id } firstResponsibleOrganization { id } availableActions
  admission { decision decidedBy { id } decidedAt legalBasis noticeNo noticeDeliveredAt noticeMethod }
  referrals { state }
  deliveries { document method deliveredAt receivedAt proofReference recordedBy { id } }
  deadlines { kind state dueOn metAt lateByDays }
}`;
const unit = { id: town.department.id };
const term = (deadlines: unknown, kind: string) =>
  (deadlines as readonly Readonly<{ kind: string }>[]).find((deadline) => deadline.kind === kind);
const elsewhere = aViewer('HANDLER', { id: newId(), organizationId: town.otherDepartment.id });

/** Lets another organization find the case, as if it had been there before. */
const letFind = (told: Told) =>
  service.database.query(
    `insert into case_scope (scope, case_id, registered_at, status)
     select $2, id, registered_at, status from cases where id = $1`,
    [told.id, `O:${town.otherDepartment.id}`],
  );

describe('decideAdmission', () => {
  it('admits the case: handling runs, the right to object is over, and the notice is still owed', async () => {
    const { id } = await story.referred();
    const input = { idempotencyKey: newId(), caseId: id, decision: 'ADMIT', legalBasis: '第三十一条', reason: '属实' };
    const { case: subject, errors } = await service.did(people.handler, 'decideAdmission', input, whole);
    const decidedAt = '2026-03-02T02:00:00.000Z';
    expect(errors).toEqual([]);
    expect(subject).toEqual({
      version: 3,
      status: 'ADMITTED',
      stage: 'HANDLING',
      admittedAt: decidedAt,
      handler: null,
      firstResponsibleOrganization: unit,
      availableActions: ['deliverNotice'],
      admission: {
        decision: 'ADMIT',
        decidedBy: { id: people.handler.id },
        decidedAt,
        legalBasis: '第三十一条',
        noticeNo: expect.stringMatching(/^SL26-/),
        noticeDeliveredAt: null,
        noticeMethod: null,
      },
      referrals: [{ state: 'ACCEPTED' }],
      deliveries: [],
      deadlines: [
        { kind: 'REGISTRATION', state: 'MET', dueOn: '2026-03-03', metAt: expect.any(String), lateByDays: 0 },
        { kind: 'TRANSFER', state: 'MET', dueOn: '2026-03-17', metAt: expect.any(String), lateByDays: 0 },
        { kind: 'FIRST_CONTACT', state: 'RUNNING', dueOn: '2026-03-03', metAt: null, lateByDays: 0 },
        { kind: 'ADMISSION_NOTICE', state: 'RUNNING', dueOn: '2026-03-17', metAt: null, lateByDays: 0 },
        { kind: 'OBJECTION', state: 'SUPERSEDED', dueOn: '2026-03-09', metAt: null, lateByDays: 0 },
        { kind: 'HANDLING', state: 'RUNNING', dueOn: '2026-05-06', metAt: null, lateByDays: 0 },
      ],
    });
  });

  it('gives a suggestion the term of suggestions', async () => {
    const told = await story.admitted({ category: 'SUGGESTION', parties: [] });
    const kinds = await service.database.query('select kind from deadlines where case_id = $1 order by id', [told.id]);
    expect(kinds.at(-1)).toEqual({ kind: 'SUGGESTION_REPLY' });
  });

  it('is for the organization that has the case, in its own time', async () => {
    const told = await story.referred();
    await letFind(told);
    const input = { caseId: told.id, decision: 'ADMIT' };
    expect(await service.refused(elsewhere, 'decideAdmission', input)).toEqual([
      ['NOT_THE_RESPONSIBLE_ORGANIZATION', 'input'],
    ]);
    const { id } = await story.admitted();
    expect(await service.refused(people.handler, 'decideAdmission', { ...input, caseId: id })).toEqual([
      ['WRONG_STATE', 'input'],
    ]);
  });
});

describe('deliverNotice', () => {
  it('meets the notice term on the day on which the petitioner got it', async () => {
    const told = await story.admitted();
    const deliveredAt = '2026-03-02T02:15:00.000Z';
    const input = { idempotencyKey: newId(), caseId: told.id, ...handedOver, deliveredAt, reason: '当场告知' };
    const { case: subject, errors } = await service.did(people.handler, 'deliverNotice', input, whole);
    expect(errors).toEqual([]);
    expect(subject).toMatchObject({
      version: 4,
      status: 'ADMITTED',
      admission: { noticeDeliveredAt: deliveredAt, noticeMethod: 'DIRECT' },
      availableActions: [],
    });
    const { deliveries, deadlines } = subject as { deliveries: object[]; deadlines: object[] };
    expect(deliveries).toEqual([
      {
        document: 'ADMISSION_NOTICE',
        method: 'DIRECT',
        deliveredAt,
        receivedAt: deliveredAt,
        proofReference: '送达回证 1',
        recordedBy: { id: people.handler.id },
      },
    ]);
    expect(term(deadlines, 'ADMISSION_NOTICE')).toMatchObject({ state: 'MET', metAt: deliveredAt });
  });

  it('late is late, and stays in the record as late', async () => {
    const told = await story.admitted();
    await service.at('2026-03-20T01:00:00Z');
    const input = { idempotencyKey: newId(), caseId: told.id, ...handedOver };
    const { case: subject } = await service.did(people.handler, 'deliverNotice', input, whole);
    expect(term((subject as { deadlines: object[] }).deadlines, 'ADMISSION_NOTICE')).toEqual({
      kind: 'ADMISSION_NOTICE',
      state: 'MET_LATE',
      dueOn: '2026-03-17',
      metAt: '2026-03-20T01:00:00.000Z',
      lateByDays: 3,
    });
  });

  const outsider = (name = '见证人甲', organizationId = town.otherDepartment.id) => ({ name, organizationId });
  it.each([
    ['LEAVE', { witnesses: [outsider(), outsider('见证人乙', town.government.id)] }],
    ['ENTRUST', { witnesses: [outsider(), outsider('见证人乙')] }],
    ['TRACKING_PAGE', { secondPersonId: people.leader.id }],
  ])('takes %s with what it needs as proof', async (method, papers) => {
    const told = await story.admitted();
    const input = { idempotencyKey: newId(), caseId: told.id, ...handedOver, method, ...papers };
    const { case: subject, errors } = await service.did(people.handler, 'deliverNotice', input, whole);
    expect(errors).toEqual([]);
    expect(subject).toMatchObject({ deliveries: [{ document: 'ADMISSION_NOTICE', method }] });
    expect(await service.dump()).not.toContain('见证人');
  });

  it.each<[code: string, field: string, wrong: object]>([
    ['PROOF_REQUIRED', 'proofReference', { proofReference: ' ' }],
    ['PROOF_REQUIRED', 'proofReference', { proofReference: '字'.repeat(201) }],
    ['WITNESSES_REQUIRED', 'witnesses', { method: 'LEAVE' }],
    ['WITNESSES_REQUIRED', 'witnesses', { method: 'ENTRUST', witnesses: [outsider()] }],
    ['WITNESSES_REQUIRED', 'witnesses', { method: 'LEAVE', witnesses: [outsider(), outsider('乙', unit.id)] }],
    ['WITNESSES_REQUIRED', 'witnesses', { method: 'LEAVE', witnesses: [outsider(), outsider('乙', newId())] }],
    [
      'WITNESSES_REQUIRED',
      'witnesses',
      { method: 'LEAVE', witnesses: [outsider(), outsider('乙', town.belowDepartment.id)] },
    ],
    ['WITNESSES_REQUIRED', 'witnesses', { method: 'LEAVE', witnesses: [outsider(), outsider(' ')] }],
    ['WITNESSES_REQUIRED', 'witnesses', { witnesses: [outsider('乙', 'no id at all')] }],
    ['SECOND_PERSON_REQUIRED', 'secondPersonId', { method: 'TRACKING_PAGE' }],
    ['SECOND_PERSON_REQUIRED', 'secondPersonId', { method: 'TRACKING_PAGE', secondPersonId: people.handler.id }],
    ['SECOND_PERSON_REQUIRED', 'secondPersonId', { method: 'TRACKING_PAGE', secondPersonId: people.bureau.id }],
    ['SECOND_PERSON_REQUIRED', 'secondPersonId', { secondPersonId: 'no id at all' }],
    ['DELIVERED_IN_FUTURE', 'deliveredAt', { deliveredAt: '2026-03-02T02:30:01Z' }],
    ['DELIVERED_BEFORE_ADMITTED', 'deliveredAt', { deliveredAt: '2026-03-02T01:59:59Z' }],
  ])('is refused with %s and leaves nothing behind: %s %j', async (code, field, wrong) => {
    const told = await story.admitted();
    const input = { caseId: told.id, ...handedOver, ...wrong };
    expect(await service.refused(people.handler, 'deliverNotice', input)).toEqual([[code, 'input', field]]);
  });

  it('is for the organization that has the case, after the admission, once', async () => {
    const refused = (caseId: string, viewer = people.handler) =>
      service.refused(viewer, 'deliverNotice', { caseId, ...handedOver });
    expect(await refused((await story.notified()).id)).toEqual([['NOTICE_ALREADY_DELIVERED', 'input']]);
    expect(await refused((await story.referred()).id)).toEqual([['WRONG_STATE', 'input']]);
    const told = await story.admitted();
    await letFind(told);
    expect(await refused(told.id, elsewhere)).toEqual([['NOT_THE_RESPONSIBLE_ORGANIZATION', 'input']]);
  });
});

describe('assignHandler', () => {
  it('names who handles the case', async () => {
    const { id } = await story.notified();
    const input = { idempotencyKey: newId(), caseId: id, handlerId: people.handler.id };
    const { case: subject, errors } = await service.did(people.leader, 'assignHandler', input, whole);
    expect(errors).toEqual([]);
    expect(subject).toMatchObject({ version: 5, status: 'IN_HANDLING', handler: { id: people.handler.id } });
  });

  it('waits for another handler when the one leaves, and every term runs on', async () => {
    const { id } = await story.heard();
    const terms = () => service.database.query('select kind, state, due_at from deadlines where case_id = $1', [id]);
    const before = await terms();
    const { subgraph } = service;
    await subgraph.consume(staffEvent(people.handler, false, 2));
    const [row] = await service.database.query('select status, handler_id, last_seq from cases where id = $1', [id]);
    expect(row).toEqual({ status: 'ADMITTED', handler_id: null, last_seq: 7 });
    expect(await terms()).toEqual(before);

    const input = { idempotencyKey: newId(), caseId: id, handlerId: people.colleague.id };
    const { case: subject } = await service.did(people.leader, 'assignHandler', input, whole);
    expect(subject).toMatchObject({ status: 'IN_HANDLING', handler: { id: people.colleague.id } });
    await subgraph.consume(staffEvent(people.handler, true, 3));
  });

  it.each([
    ['HANDLER_NOT_FOUND', () => newId()],
    ['HANDLER_NOT_FOUND', () => 'no id at all'],
    ['HANDLER_NOT_FOUND', () => people.leader.id],
    ['HANDLER_NOT_FOUND', () => people.otherHandler.id],
  ])('is refused with %s and leaves nothing behind', async (code, handlerId) => {
    const { id } = await story.notified();
    expect(await service.refused(people.leader, 'assignHandler', { caseId: id, handlerId: handlerId() })).toEqual([
      [code, 'input', 'handlerId'],
    ]);
  });

  it('takes nobody who is recused, nobody else’s case, and no case that is not admitted', async () => {
    const refused = (caseId: string, viewer = people.leader) =>
      service.refused(viewer, 'assignHandler', { caseId, handlerId: people.handler.id });
    const told = await story.notified();
    await service.database.query('insert into case_recusals (case_id, staff_id) values ($1, $2)', [
      told.id,
      people.handler.id,
    ]);
    expect(await refused(told.id)).toEqual([['HANDLER_RECUSED', 'input', 'handlerId']]);
    expect(await refused((await story.referred()).id)).toEqual([['WRONG_STATE', 'input']]);
    expect(await refused((await story.inHandling()).id)).toEqual([['WRONG_STATE', 'input']]);
    await letFind(told);
    const other = aViewer('LEADER', { id: newId(), organizationId: town.otherDepartment.id });
    expect(await refused(told.id, other)).toEqual([['NOT_THE_RESPONSIBLE_ORGANIZATION', 'input']]);
  });
});
