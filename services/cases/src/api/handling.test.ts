import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { people, petitionerOf, secrets, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { anOpinion, aPromise, handedOver, heardInPerson, storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let story: ReturnType<typeof storyOf>;
beforeAll(async () => {
  service = await startService();
  story = storyOf(service);
});
afterAll(() => service.close());

const read = async (viewer: typeof people.handler, id: string, selection: string) =>
  (await service.as(viewer)(`query { case(id: "${id}") { ${selection} } }`)).data?.['case'];

describe('recordPetitionerHeard', () => {
  const heard = `case { version status petitionerHeard {
    outcome mode at by { id } summary { text redacted } acknowledgementReference recordingReference
  } deadlines { kind state } }`;

  it('keeps what was said, sealed, and is the first contact', async () => {
    const { id } = await story.inHandling();
    const input = { idempotencyKey: newId(), caseId: id, ...heardInPerson, at: '2026-03-02T03:10:00Z' };
    const { case: subject, errors } = await service.did(people.handler, 'recordPetitionerHeard', input, heard);
    expect(errors).toEqual([]);
    expect(subject).toEqual({
      version: 6,
      status: 'IN_HANDLING',
      petitionerHeard: [
        {
          outcome: 'HEARD',
          mode: 'FACE',
          at: '2026-03-02T03:10:00.000Z',
          by: { id: people.handler.id },
          summary: { text: heardInPerson.summary, redacted: '已听取陈述' },
          acknowledgementReference: '笔录 1',
          recordingReference: null,
        },
      ],
      deadlines: expect.arrayContaining([{ kind: 'FIRST_CONTACT', state: 'MET' }]),
    });
    expect(await read(people.supervisor, id, 'petitionerHeard { summary { text redacted } }')).toEqual({
      petitionerHeard: [{ summary: { text: null, redacted: '已听取陈述' } }],
    });
    expect(await service.dump()).not.toContain('欠薪经过');
  });

  it('keeps an attempt that reached nobody', async () => {
    const { id } = await story.inHandling();
    const input = { idempotencyKey: newId(), caseId: id, outcome: 'NOT_REACHED', mode: 'PHONE' };
    const { case: subject } = await service.did(people.handler, 'recordPetitionerHeard', input, heard);
    expect(subject).toMatchObject({ petitionerHeard: [{ outcome: 'NOT_REACHED', mode: 'PHONE', summary: null }] });
  });

  it.each<[code: string, field: string, wrong: object]>([
    ['HEARD_IN_FUTURE', 'at', { at: '2026-03-02T03:30:01Z' }],
    ['HEARD_BEFORE_REGISTERED', 'at', { at: '2026-03-02T00:59:59Z' }],
    ['SUMMARY_REQUIRED', 'summary', { summary: null }],
    ['SUMMARY_REQUIRED', 'summary', { summary: ' \n' }],
    ['SUMMARY_NOT_VALID', 'summary', { summary: '字'.repeat(5_001) }],
    ['REFERENCE_NOT_VALID', 'acknowledgementReference', { acknowledgementReference: '字'.repeat(201) }],
  ])('is refused with %s and leaves nothing behind: %s', async (code, field, wrong) => {
    const { id } = await story.inHandling();
    const input = { caseId: id, ...heardInPerson, ...wrong };
    expect(await service.refused(people.handler, 'recordPetitionerHeard', input)).toEqual([[code, 'input', field]]);
  });

  it('is for the handler of the case, while it is being handled', async () => {
    const refused = (caseId: string, viewer = people.handler) =>
      service.refused(viewer, 'recordPetitionerHeard', { caseId, ...heardInPerson });
    expect(await refused((await story.inHandling()).id, people.colleague)).toEqual([['NOT_THE_HANDLER', 'input']]);
    expect(await refused((await story.notified()).id)).toEqual([['WRONG_STATE', 'input']]);
  });
});

const opinion = `
  case { version status claims { ordinal outcome finding { text redacted } legalBasis { law article quote } } }
  opinion {
    docNo state factsAndReasons { text redacted } plainSummary rootCause draftedBy { id } draftedAt
    signedBy { id } signedAt remedyNotice { reviewBodies { id } days how }
  }`;

describe('draftOpinion', () => {
  const draft = async (told: Told, changes: object = {}) =>
    service.did(
      people.handler,
      'draftOpinion',
      { idempotencyKey: newId(), caseId: told.id, ...anOpinion(told.claimIds), ...changes },
      opinion,
    );

  it('says of every claim what becomes of it, and names the superior as who may be asked for a review', async () => {
    const told = await story.heard();
    expect(await draft(told)).toEqual({
      errors: [],
      case: {
        version: 7,
        status: 'IN_HANDLING',
        claims: [
          {
            ordinal: 1,
            outcome: 'SUPPORTED',
            finding: { text: '拖欠三个月工资属实。', redacted: '您反映的欠薪情况属实。' },
            legalBasis: [
              { law: '保障农民工工资支付条例', article: '第三条', quote: '农民工有按时足额获得工资的权利。' },
            ],
          },
        ],
      },
      opinion: {
        docNo: null,
        state: 'DRAFT',
        factsAndReasons: { text: '经查，某企业拖欠工资属实。', redacted: '您反映的欠薪情况属实。' },
        plainSummary: '您反映的欠薪情况属实。',
        rootCause: 'LAW_ENFORCEMENT',
        draftedBy: { id: people.handler.id },
        draftedAt: '2026-03-02T04:00:00.000Z',
        signedBy: null,
        signedAt: null,
        remedyNotice: {
          reviewBodies: [{ id: town.cityDepartment.id }],
          days: 30,
          how: expect.stringContaining('三十日内'),
        },
      },
    });
    const dump = await service.dump();
    expect(['某企业拖欠工资属实', '拖欠三个月工资属实'].filter((words) => dump.includes(words))).toEqual([]);
  });

  it('takes the place of the draft before it', async () => {
    const told = await story.heard();
    await draft(told);
    const again = await draft(told, { plainSummary: '再拟', remedyNotice: { how: '向上一级提出' } });
    expect(again).toMatchObject({ case: { version: 8 }, opinion: { plainSummary: '再拟', state: 'DRAFT' } });
    expect(await service.database.query('select 1 from handling_opinions where case_id = $1', [told.id])).toHaveLength(
      1,
    );
  });

  it('is the business of the organization that writes it: nobody else reads it before it is signed', async () => {
    const told = await story.drafted();
    const asked = 'opinion { plainSummary } claims { outcome finding { text } legalBasis { law } }';
    const nothing = { opinion: null, claims: [{ outcome: null, finding: null, legalBasis: [] }] };
    expect(await read(people.bureau, told.id, asked)).toEqual(nothing);
    expect(await read(petitionerOf(told.id), told.id, asked)).toEqual(nothing);
    expect(await read(people.leader, told.id, asked)).toMatchObject({ opinion: { plainSummary: expect.any(String) } });
  });

  it.each<[code: string, field: string, wrong: (told: Told) => object]>([
    ['TEXT_NOT_VALID', 'factsAndReasons', () => ({ factsAndReasons: ' ' })],
    ['TEXT_NOT_VALID', 'factsAndReasons', () => ({ factsAndReasons: '字'.repeat(20_001) })],
    ['PLAIN_SUMMARY_NOT_VALID', 'plainSummary', () => ({ plainSummary: '字'.repeat(301) })],
    ['SUMMARY_IDENTIFIES_SOMEBODY', 'plainSummary', () => ({ plainSummary: `致电${secrets.phone}` })],
    ['CLAIM_MISSING', 'claims', () => ({ claims: [] })],
    ['CLAIM_NAMED_TWICE', 'claims', ({ claimIds }) => anOpinion([...claimIds, ...claimIds])],
    ['CLAIM_NOT_FOUND', 'claims', ({ claimIds }) => anOpinion([...claimIds, newId()])],
    ['FINDING_NOT_VALID', 'claims', (told) => ({ claims: claimsOf(told, { finding: '' }) })],
    ['LEGAL_BASIS_REQUIRED', 'claims', (told) => ({ claims: claimsOf(told, { legalBasis: [] }) })],
    [
      'LEGAL_BASIS_REQUIRED',
      'claims',
      (told) => ({ claims: claimsOf(told, { legalBasis: [{ law: ' ', article: '1' }] }) }),
    ],
    ['REVIEW_BODY_NOT_FOUND', 'remedyNotice', () => ({ remedyNotice: { reviewBodyIds: [newId()] } })],
    ['REVIEW_BODY_NOT_FOUND', 'remedyNotice', () => ({ remedyNotice: { reviewBodyIds: ['no id at all'] } })],
    ['REVIEW_BODY_NOT_FOUND', 'remedyNotice', () => ({ remedyNotice: { reviewBodyIds: [town.department.id] } })],
    ['REMEDY_NOTICE_NOT_VALID', 'remedyNotice', () => ({ remedyNotice: { how: '字'.repeat(501) } })],
  ])('is refused with %s and leaves nothing behind: %s', async (code, field, wrong) => {
    const told = await story.heard();
    const input = { caseId: told.id, ...anOpinion(told.claimIds), ...wrong(told) };
    expect(await service.refused(people.handler, 'draftOpinion', input)).toEqual([[code, 'input', field]]);
  });

  it('needs a review body where there is nobody above', async () => {
    const told = await story.heard();
    await service.database.query('update organizations set superior_id = null where id = $1', [town.department.id]);
    const input = { caseId: told.id, ...anOpinion(told.claimIds) };
    expect(await service.refused(people.handler, 'draftOpinion', input)).toEqual([
      ['REVIEW_BODY_NOT_FOUND', 'input', 'remedyNotice'],
    ]);
    const named = await draft(told, { remedyNotice: { reviewBodyIds: [town.government.id] } });
    expect(named).toMatchObject({ opinion: { remedyNotice: { reviewBodies: [{ id: town.government.id }] } } });
    await service.database.query('update organizations set superior_id = $2 where id = $1', [
      town.department.id,
      town.cityDepartment.id,
    ]);
  });

  it('is for the handler of the case, while it is being handled', async () => {
    const refused = (told: Told, viewer = people.handler) =>
      service.refused(viewer, 'draftOpinion', { caseId: told.id, ...anOpinion(told.claimIds) });
    expect(await refused(await story.heard(), people.colleague)).toEqual([['NOT_THE_HANDLER', 'input']]);
    expect(await refused(await story.signed())).toEqual([['WRONG_STATE', 'input']]);
  });
});

const claimsOf = ({ claimIds }: Told, changes: object) =>
  anOpinion(claimIds).claims.map((claim) => ({ ...claim, ...changes }));

describe('addExecutionItem', () => {
  const item = `case { version } executionItem {
    claimId obligor { id } content amountFen dueOn state reportedAt evidence verifiedAt verifiedBy { id }
    isPetitionerConfirmed
  }`;

  it('says what is promised for a claim, by whom and until when', async () => {
    const told = await story.drafted();
    const input = { idempotencyKey: newId(), caseId: told.id, ...aPromise(told.claimIds[0]) };
    expect(await service.did(people.handler, 'addExecutionItem', input, item)).toEqual({
      errors: [],
      case: { version: 8 },
      executionItem: {
        claimId: told.claimIds[0],
        obligor: { id: town.department.id },
        content: '督促企业付清所欠工资',
        amountFen: '1800000',
        dueOn: '2026-04-20',
        state: 'OPEN',
        reportedAt: null,
        evidence: null,
        verifiedAt: null,
        verifiedBy: null,
        isPetitionerConfirmed: null,
      },
    });
  });

  it('lets another obligor find the case, without opening what is sealed', async () => {
    const told = await story.drafted();
    const asked = 'title narrative { text } parties { maskedName }';
    expect(await read(people.otherHandler, told.id, asked)).toBeNull();
    const input = { ...aPromise(told.claimIds[0]), obligorOrganizationId: town.otherDepartment.id };
    await service.did(people.handler, 'addExecutionItem', { idempotencyKey: newId(), caseId: told.id, ...input });
    expect(await read(people.otherHandler, told.id, asked)).toEqual({
      title: '反映拖欠工资',
      narrative: { text: null },
      parties: [{ maskedName: '信访人A' }],
    });
  });

  it.each<[code: string, field: string, wrong: object]>([
    ['CONTENT_NOT_VALID', 'content', { content: ' ' }],
    ['CONTENT_NOT_VALID', 'content', { content: '字'.repeat(501) }],
    ['CONTENT_IDENTIFIES_SOMEBODY', 'content', { content: `打到${secrets.phone}` }],
    ['AMOUNT_NOT_VALID', 'amountFen', { amountFen: '-1' }],
    ['CLAIM_NOT_FOUND', 'claimId', { claimId: newId() }],
    ['ORGANIZATION_NOT_FOUND', 'obligorOrganizationId', { obligorOrganizationId: newId() }],
    ['ORGANIZATION_NOT_FOUND', 'obligorOrganizationId', { obligorOrganizationId: town.merged.id }],
    ['DUE_DATE_NOT_VALID', 'dueOn', { dueOn: '2026-03-01' }],
    ['DUE_DATE_TOO_LATE', 'dueOn', { dueOn: '2026-05-02' }],
  ])('is refused with %s and leaves nothing behind: %s', async (code, field, wrong) => {
    const told = await story.drafted();
    const input = { caseId: told.id, ...aPromise(told.claimIds[0]), ...wrong };
    expect(await service.refused(people.handler, 'addExecutionItem', input)).toEqual([[code, 'input', field]]);
  });

  it('is for the handler of the case, while it is being handled', async () => {
    const refused = (told: Told, viewer = people.handler) =>
      service.refused(viewer, 'addExecutionItem', { caseId: told.id, ...aPromise(told.claimIds[0]) });
    expect(await refused(await story.drafted(), people.colleague)).toEqual([['NOT_THE_HANDLER', 'input']]);
    expect(await refused(await story.signed())).toEqual([['WRONG_STATE', 'input']]);
  });
});

describe('signOpinion', () => {
  const sign = (told: Told, viewer = people.leader) => service.refused(viewer, 'signOpinion', { caseId: told.id });

  it('signs it: what is signed is known to who may see the case, and the handling term runs on', async () => {
    const told = await story.promised();
    const input = { idempotencyKey: newId(), caseId: told.id, reason: '同意' };
    const selection = `case { version status repliedAt deadlines { kind state dueOn } } opinion {
      docNo state signedBy { id } signedAt }`;
    const signedAt = '2026-03-02T05:00:00.000Z';
    const payload = await service.did(people.leader, 'signOpinion', input, selection);
    expect(payload).toEqual({
      errors: [],
      case: {
        version: 9,
        status: 'REPLIED',
        repliedAt: signedAt,
        deadlines: expect.arrayContaining([
          { kind: 'HANDLING', state: 'RUNNING', dueOn: '2026-05-06' },
          { kind: 'DELIVERY', state: 'RUNNING', dueOn: '2026-03-09' },
        ]),
      },
      opinion: {
        docNo: expect.stringMatching(/^YJ26-/),
        state: 'SIGNED',
        signedBy: { id: people.leader.id },
        signedAt,
      },
    });
    expect(await read(people.bureau, told.id, 'opinion { state } claims { outcome }')).toEqual({
      opinion: { state: 'SIGNED' },
      claims: [{ outcome: 'SUPPORTED' }],
    });
    // The petitioner reads it when it is delivered.
    expect(await read(petitionerOf(told.id), told.id, 'opinion { state }')).toEqual({ opinion: null });
  });

  it('is refused until everything is there', async () => {
    expect(await sign(await story.heard())).toEqual([['OPINION_MISSING', 'input']]);
    expect(await sign(await story.drafted())).toEqual([['SUPPORTED_CLAIM_WITHOUT_EXECUTION_ITEM', 'input']]);
    const unheard = await story.inHandling();
    await service.did(people.handler, 'draftOpinion', {
      idempotencyKey: newId(),
      caseId: unheard.id,
      ...anOpinion(unheard.claimIds, 'NOT_SUPPORTED'),
    });
    expect(await sign(unheard)).toEqual([['PETITIONER_NOT_HEARD', 'input']]);
  });

  it.each([
    ['REMEDY_NOTICE_INCOMPLETE', `update handling_opinions set remedy_how = ' ' where case_id = $1`],
    ['REMEDY_NOTICE_INCOMPLETE', `update handling_opinions set review_body_ids = '{}' where case_id = $1`],
    ['CLAIM_WITHOUT_OUTCOME', `update handling_opinions set claims = '[]' where case_id = $1`],
    [
      'CLAIM_WITHOUT_LEGAL_BASIS',
      `update handling_opinions set claims = jsonb_set(claims, '{0,legalBasis}', '[]') where case_id = $1`,
    ],
    ['EXECUTION_DUE_TOO_LATE', `update execution_items set due_on = '2026-05-02' where case_id = $1`],
  ])('is refused with %s where the draft has come to be so', async (code, change) => {
    const told = await story.promised();
    await service.database.query(change, [told.id]);
    expect(await sign(told)).toEqual([[code, 'input']]);
  });

  it('hears who was tried on three days in two ways, and not who was tried on two', async () => {
    const told = await story.inHandling();
    const attempt = (mode: string) =>
      service.did(people.handler, 'recordPetitionerHeard', {
        idempotencyKey: newId(),
        caseId: told.id,
        outcome: 'NOT_REACHED',
        mode,
      });
    const draft = { idempotencyKey: newId(), caseId: told.id, ...anOpinion(told.claimIds, 'NOT_SUPPORTED') };
    await service.did(people.handler, 'draftOpinion', draft);
    await attempt('PHONE');
    await service.at('2026-03-03T01:00:00Z');
    await attempt('FACE');
    expect(await sign(told)).toEqual([['PETITIONER_NOT_HEARD', 'input']]);
    await service.at('2026-03-04T01:00:00Z');
    await attempt('PHONE');
    const signed = await service.did(people.leader, 'signOpinion', { idempotencyKey: newId(), caseId: told.id });
    expect(signed.errors).toEqual([]);
  });

  it('is for the leader of the organization that has the case, once', async () => {
    const told = await story.promised();
    await service.database.query(
      `insert into case_scope (scope, case_id, registered_at, status)
       select $2, id, registered_at, status from cases where id = $1`,
      [told.id, `O:${town.otherDepartment.id}`],
    );
    const other = aViewer('LEADER', { id: newId(), organizationId: town.otherDepartment.id });
    expect(await sign(told, other)).toEqual([['NOT_THE_RESPONSIBLE_ORGANIZATION', 'input']]);
    expect(await sign(await story.signed())).toEqual([['WRONG_STATE', 'input']]);
  });
});

describe('recordDelivery', () => {
  const delivered = `
    case { version status stage deliveredAt returnTo deadlines { kind state dueOn responsibleOrganization { id } } }
    delivery { document method deliveredAt receivedAt proofReference recordedBy { id } }`;
  const deliver = (told: Told, changes: object = {}) =>
    service.did(
      people.handler,
      'recordDelivery',
      { idempotencyKey: newId(), caseId: told.id, ...handedOver, ...changes },
      delivered,
    );

  it('meets handling and delivery, and opens the windows of the petitioner', async () => {
    const told = await story.signedUnsupported();
    const at = '2026-03-02T05:00:00.000Z';
    expect(await deliver(told)).toEqual({
      errors: [],
      case: {
        version: 9,
        status: 'DELIVERED',
        stage: 'REPLY',
        deliveredAt: at,
        returnTo: null,
        deadlines: expect.arrayContaining([
          { kind: 'HANDLING', state: 'MET', dueOn: '2026-05-06', responsibleOrganization: { id: town.department.id } },
          { kind: 'DELIVERY', state: 'MET', dueOn: '2026-03-09', responsibleOrganization: { id: town.department.id } },
          { kind: 'REVIEW_REQUEST_WINDOW', state: 'RUNNING', dueOn: '2026-04-01', responsibleOrganization: null },
          { kind: 'RATING_WINDOW', state: 'RUNNING', dueOn: '2026-04-01', responsibleOrganization: null },
        ]),
      },
      delivery: {
        document: 'OPINION',
        method: 'DIRECT',
        deliveredAt: at,
        receivedAt: at,
        proofReference: '送达回证 1',
        recordedBy: { id: people.handler.id },
      },
    });
    expect(await read(petitionerOf(told.id), told.id, 'opinion { state factsAndReasons { text } }')).toEqual({
      opinion: { state: 'SIGNED', factsAndReasons: { text: '经查，某企业拖欠工资属实。' } },
    });
  });

  it('by post counts from the day on which it was received', async () => {
    const told = await story.signedUnsupported();
    await service.at('2026-03-06T01:00:00Z');
    const posted = await deliver(told, {
      method: 'POST',
      deliveredAt: '2026-03-03T02:00:00Z',
      receivedAt: '2026-03-05T02:00:00Z',
    });
    expect(posted).toMatchObject({ delivery: { receivedAt: '2026-03-05T02:00:00.000Z' } });
    const { deadlines } = posted['case'] as { deadlines: object[] };
    expect(deadlines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'DELIVERY', state: 'MET' }),
        // 4 April 2026 is a Saturday and Tomb-Sweeping begins; the first working day after it is the 7th.
        expect.objectContaining({ kind: 'REVIEW_REQUEST_WINDOW', dueOn: '2026-04-07' }),
      ]),
    );
  });

  it('goes on to execution where something is still to be done', async () => {
    const { case: subject } = await deliver(await story.signed());
    expect(subject).toMatchObject({ status: 'EXECUTING', stage: 'EXECUTION', returnTo: 'DELIVERED' });
    expect((subject as { deadlines: object[] }).deadlines.at(-1)).toEqual({
      kind: 'EXECUTION',
      state: 'RUNNING',
      dueOn: '2026-04-20',
      responsibleOrganization: { id: town.department.id },
    });
  });

  it.each<[code: string, field: string, wrong: object]>([
    ['PROOF_REQUIRED', 'proofReference', { proofReference: '' }],
    ['WITNESSES_REQUIRED', 'witnesses', { method: 'LEAVE' }],
    ['SECOND_PERSON_REQUIRED', 'secondPersonId', { method: 'TRACKING_PAGE', secondPersonId: people.handler.id }],
    ['DELIVERED_IN_FUTURE', 'deliveredAt', { receivedAt: '2026-03-02T05:00:01Z' }],
    ['DELIVERED_BEFORE_SIGNED', 'deliveredAt', { deliveredAt: '2026-03-02T04:29:59Z' }],
    ['RECEIVED_BEFORE_DELIVERED', 'receivedAt', { receivedAt: '2026-03-02T04:59:59Z' }],
  ])('is refused with %s and leaves nothing behind: %s', async (code, field, wrong) => {
    const { id } = await story.signedUnsupported();
    const input = { caseId: id, ...handedOver, ...wrong };
    expect(await service.refused(people.handler, 'recordDelivery', input)).toEqual([[code, 'input', field]]);
  });

  it('is for the organization that has the case, once it is signed, and once', async () => {
    const refused = (caseId: string, viewer = people.handler) =>
      service.refused(viewer, 'recordDelivery', { caseId, ...handedOver });
    expect(await refused((await story.promised()).id)).toEqual([['WRONG_STATE', 'input']]);
    expect(await refused((await story.delivered()).id)).toEqual([['WRONG_STATE', 'input']]);
    const told = await story.signed({ obligorOrganizationId: town.otherDepartment.id });
    expect(await refused(told.id, people.otherHandler)).toEqual([['NOT_THE_RESPONSIBLE_ORGANIZATION', 'input']]);
  });
});
