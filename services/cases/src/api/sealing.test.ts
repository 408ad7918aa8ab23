import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { jsonHash, textHash, verifyChain } from '@onevisit/evidence';
import { newId } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import type { CaseEvent } from '../domain/case-event.ts';
import { aParty, people, petitionerOf, secrets, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let told: Told;

/** What is written somewhere on the way and must stand nowhere in the clear. */
const sealed = {
  ...secrets,
  otherName: '司徒样本',
  override: '经县政府专题会议指定由人社局办理',
  admission: '材料齐全予以受理',
  noticeWitness: '公孙见证甲',
  otherWitness: '公孙见证乙',
  handler: '该同志熟悉劳动监察',
  summary: '信访人自述工头姓名及欠薪经过',
  facts: '经调取工资台账查明欠薪属实',
  finding: '认定欠薪共计一万八千元',
  signing: '同意签发并督促执行',
  delivery: '信访人当面签收无异议',
  verification: '电话回访信访人确认到账',
  justification: '核对收款账户户名',
};

beforeAll(async () => {
  service = await startService();
  const story = storyOf(service);
  told = await story.registered({
    parties: [aParty(), aParty({ role: 'REPRESENTATIVE', name: sealed.otherName })],
    partySize: 2,
  });
  const { id, claimIds, partyIds } = told;
  const did = async (viewer: typeof people.handler, verb: string, input: object, selection?: string) => {
    service.clock.set(new Date(service.clock.now().getTime() + 1_800_000));
    const payload = await service.did(viewer, verb, { idempotencyKey: newId(), ...input }, selection);
    expect([verb, payload.errors]).toEqual([verb, []]);
    return payload;
  };
  const witnesses = [sealed.noticeWitness, sealed.otherWitness].map((name) => ({
    name,
    organizationId: town.otherDepartment.id,
  }));
  const caseId = id;
  await did(people.bureau, 'referCase', {
    caseId,
    toOrganizationId: town.department.id,
    overrideReason: sealed.override,
  });
  await did(people.handler, 'decideAdmission', { caseId, decision: 'ADMIT', reason: sealed.admission });
  await did(people.handler, 'deliverNotice', { caseId, method: 'LEAVE', proofReference: '送达回证 1', witnesses });
  await did(people.leader, 'assignHandler', { caseId, handlerId: people.handler.id, reason: sealed.handler });
  const heard = { outcome: 'HEARD', mode: 'FACE', summary: sealed.summary, acknowledgementReference: '笔录 1' };
  await did(people.handler, 'recordPetitionerHeard', { caseId, ...heard });
  const { finding, facts } = sealed;
  const claims = claimIds.map((claimId) => ({
    claimId,
    outcome: 'SUPPORTED',
    finding,
    legalBasis: [{ law: '保障农民工工资支付条例', article: '第三条' }],
  }));
  await did(people.handler, 'draftOpinion', { caseId, factsAndReasons: facts, plainSummary: '诉求属实', claims });
  const promise = { claimId: claimIds[0], obligorOrganizationId: town.department.id, content: '付清工资' };
  const added = await did(
    people.handler,
    'addExecutionItem',
    { caseId, ...promise, dueOn: '2026-04-20' },
    'executionItem { id }',
  );
  await did(people.leader, 'signOpinion', { caseId, reason: sealed.signing });
  const delivery = { method: 'DIRECT', proofReference: '送达回证 2', reason: sealed.delivery };
  await did(people.handler, 'recordDelivery', { caseId, ...delivery });
  const executionItemId = (added['executionItem'] as { id: string }).id;
  await did(people.handler, 'reportExecution', { executionItemId, evidence: '转账凭证 1' }, '');
  await did(people.supervisor, 'verifyExecution', { executionItemId, isDone: true, finding: sealed.verification }, '');
  const access = { caseId, partyId: partyIds[0], purpose: 'VERIFY_IDENTITY', justification: sealed.justification };
  await did(people.handler, 'unsealIdentity', access, 'identity { name }');
  await did(petitionerOf(id), 'confirmExecution', { executionItemId, isDone: true }, '');
  await service.subgraph.settle();
});
afterAll(() => service.close());

/** Every row of every table that is ours, the engine's included. */
async function everything(): Promise<string> {
  const tables = await service.database.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await service.database.query<{ row: string }>(`select t::text as row from ${name} t`);
    rows.push(...found.map(({ row }) => row));
  }
  return rows.join('\n');
}

const found = (text: string) =>
  Object.entries(sealed)
    .filter(([, words]) => text.includes(words))
    .map(([name]) => name);

describe('what was told in confidence', () => {
  it('stands in no row of any table', async () => {
    expect(found(await everything())).toEqual([]);
    // The search itself finds what is there.
    expect((await everything()).includes('反映拖欠工资')).toBe(true);
  });

  it('is in no event that another subgraph gets, and in no message', () => {
    expect(service.delivered.length).toBeGreaterThan(20);
    expect(found(JSON.stringify(service.delivered))).toEqual([]);
    expect(found(JSON.stringify(service.notified))).toEqual([]);
    const values = service.delivered.flatMap(({ data }) => Object.values(data)).flat();
    // Ids, enum values, codes, days and times.
    expect(values.filter((value) => typeof value === 'string' && !/^[\w.:-]+$/.test(value))).toEqual([]);
  });

  it('is read by who handles the case, and by nobody whose business it is not', async () => {
    const asked = `query { case(id: "${told.id}") {
      narrative { text } claims { text { text } finding { text } } petitionerHeard { summary { text } }
      opinion { factsAndReasons { text } } parties { maskedName }
    } }`;
    const read = async (viewer: typeof people.handler) => (await service.as(viewer)(asked)).data?.['case'];
    expect(await read(people.handler)).toEqual({
      narrative: { text: sealed.narrative },
      claims: [{ text: { text: sealed.claim }, finding: { text: sealed.finding } }],
      petitionerHeard: [{ summary: { text: sealed.summary } }],
      opinion: { factsAndReasons: { text: sealed.facts } },
      parties: [{ maskedName: '欧阳**' }, { maskedName: '司徒**' }],
    });
    for (const viewer of [people.supervisor, aViewer('DIRECTOR')]) {
      expect(await read(viewer)).toEqual({
        narrative: { text: null },
        claims: [{ text: { text: null }, finding: { text: null } }],
        petitionerHeard: [{ summary: { text: null } }],
        opinion: { factsAndReasons: { text: null } },
        parties: [{ maskedName: '信访人A' }, { maskedName: '信访人B' }],
      });
    }
  });

  it('opens in no other row, and not once its key is gone', async () => {
    const other = await storyOf(service).registered({ narrative: '另一事项的内容' });
    const narrative = `query { case(id: "${other.id}") { narrative { text } } }`;
    await service.database.query(
      `update case_texts t set narrative_sealed = o.narrative_sealed from case_texts o
       where t.case_id = $1 and o.case_id = $2`,
      [other.id, told.id],
    );
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const moved = await service.as(people.bureau)(narrative);
    log.mockRestore();
    expect(moved.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);

    await service.database.query('delete from case_keys where case_id = $1', [other.id]);
    expect((await service.as(people.bureau)(narrative)).data).toEqual({ case: { narrative: { text: null } } });
  });
});

const chain = async (): Promise<readonly CaseEvent[]> =>
  service.database.query<CaseEvent>(
    `select id, case_id as "caseId", seq, type, at, actor_staff_id as "actorStaffId",
       actor_organization_id as "actorOrganizationId", visibility, reason_sealed as "reasonSealed",
       reason_hash as "reasonHash", payload, payload_hash as "payloadHash", prev_hash as "prevHash", hash
     from case_events where case_id = $1 order by seq`,
    [told.id],
  );
const linked = (events: readonly CaseEvent[]) =>
  events.map(({ actorStaffId, actorOrganizationId, ...event }) => ({
    ...event,
    actor: actorStaffId,
    organization: actorOrganizationId,
  }));

describe('the chain of a case', () => {
  it('is whole, and vouches for payloads and sealed reasons', async () => {
    const events = await chain();
    expect(events.length).toBeGreaterThan(12);
    expect(verifyChain(linked(events))).toBeNull();
    const wrong = events.filter(
      ({ payload, payloadHash, reasonSealed, reasonHash }) =>
        payloadHash !== jsonHash(payload) || reasonHash !== (reasonSealed === null ? null : textHash(reasonSealed)),
    );
    expect(wrong).toEqual([]);
    expect(events.filter(({ reasonSealed }) => reasonSealed !== null).map(({ type }) => type)).toEqual([
      'CaseReferred',
      'CaseAdmitted',
      'HandlerAssigned',
      'OpinionSigned',
      'OpinionDelivered',
    ]);
  });

  it('shows what somebody changed behind its back', async () => {
    const events = linked(await chain());
    const changed = events.map((event) => (event.seq === 4 ? { ...event, at: new Date(0) } : event));
    expect(verifyChain(changed)).toBe(4);
    expect(verifyChain(events.filter(({ seq }) => seq !== 6))).toBe(6);
  });

  it.each(['case_events', 'identity_accesses', 'service_failures'])(
    'the application can add to %s and do nothing else',
    async (table) => {
      const { source } = service.database;
      for (const sql of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(source.query(sql)).rejects.toThrow('permission denied');
      }
      await expect(source.query(`drop table ${table}`)).rejects.toThrow('must be owner');
    },
  );
});
