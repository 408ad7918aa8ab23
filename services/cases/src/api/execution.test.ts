import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { people, petitionerOf, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let story: ReturnType<typeof storyOf>;
beforeAll(async () => {
  service = await startService();
  story = storyOf(service);
});
afterAll(() => service.close());

const whole = `
  case { version status returnTo deadlines { kind state metAt } timeline(first: 3) { edges { node { type actor { id } } } } }
  executionItem { state reportedAt evidence verifiedAt verifiedBy { id } isPetitionerConfirmed }`;

const does = (told: Told, viewer: typeof people.handler, verb: string, more: object) =>
  service.did(viewer, verb, { idempotencyKey: newId(), executionItemId: told.executionItemId, ...more }, whole);
const refused = (told: Told, viewer: typeof people.handler, verb: string, more: object) =>
  service.refused(viewer, verb, { executionItemId: told.executionItemId, ...more });

const evidence = { evidence: '转账凭证 1' };
const looked = { isDone: true, finding: '已核对银行回单' };

describe('reportExecution', () => {
  it('says that the obliged organization has done what was promised', async () => {
    const told = await story.executing();
    const reportedAt = '2026-03-02T06:00:00.000Z';
    expect(await does(told, people.handler, 'reportExecution', evidence)).toEqual({
      errors: [],
      case: {
        version: 11,
        status: 'EXECUTING',
        returnTo: 'DELIVERED',
        deadlines: expect.arrayContaining([{ kind: 'EXECUTION', state: 'RUNNING', metAt: null }]),
        timeline: {
          edges: [
            { node: { type: 'ExecutionReported', actor: { id: people.handler.id } } },
            { node: { type: 'ExecutionStarted', actor: null } },
            { node: { type: 'OpinionDelivered', actor: { id: people.handler.id } } },
          ],
        },
      },
      executionItem: {
        state: 'REPORTED',
        reportedAt,
        evidence: '转账凭证 1',
        verifiedAt: null,
        verifiedBy: null,
        isPetitionerConfirmed: null,
      },
    });
  });

  it('is for the obliged organization, which may be another than the one that answers', async () => {
    const told = await story.executing({ obligorOrganizationId: town.otherDepartment.id });
    expect(await refused(told, people.handler, 'reportExecution', evidence)).toEqual([['NOT_THE_OBLIGOR', 'input']]);
    const reported = await does(told, people.otherHandler, 'reportExecution', evidence);
    expect(reported).toMatchObject({ errors: [], executionItem: { state: 'REPORTED' } });
  });

  it('is refused without evidence, before the delivery, and twice', async () => {
    const told = await story.executing();
    for (const text of [' ', '字'.repeat(501)]) {
      expect(await refused(told, people.handler, 'reportExecution', { evidence: text })).toEqual([
        ['EVIDENCE_REQUIRED', 'input', 'evidence'],
      ]);
    }
    const wrong = [['WRONG_STATE', 'input']];
    expect(await refused(await story.signed(), people.handler, 'reportExecution', evidence)).toEqual(wrong);
    expect(await refused(await story.reported(), people.handler, 'reportExecution', evidence)).toEqual(wrong);
  });

  it('comes late where the term has run out, and is still taken', async () => {
    const told = await story.executing();
    await service.at('2026-04-22T01:00:00Z');
    const late = await does(told, people.handler, 'reportExecution', evidence);
    expect(late).toMatchObject({
      errors: [],
      executionItem: { state: 'REPORTED' },
      case: { deadlines: expect.arrayContaining([{ kind: 'EXECUTION', state: 'BREACHED', metAt: null }]) },
    });
  });
});

describe('verifyExecution', () => {
  it('by another organization meets the term, and the case goes back to where it came from', async () => {
    const told = await story.reported();
    const verifiedAt = '2026-03-02T06:30:00.000Z';
    expect(await does(told, people.supervisor, 'verifyExecution', looked)).toEqual({
      errors: [],
      case: {
        version: 12,
        status: 'DELIVERED',
        returnTo: null,
        deadlines: expect.arrayContaining([{ kind: 'EXECUTION', state: 'MET', metAt: verifiedAt }]),
        timeline: {
          edges: [
            { node: { type: 'ExecutionCompleted', actor: null } },
            { node: { type: 'ExecutionVerified', actor: { id: people.supervisor.id } } },
            { node: { type: 'ExecutionReported', actor: { id: people.handler.id } } },
          ],
        },
      },
      executionItem: {
        state: 'VERIFIED',
        reportedAt: '2026-03-02T06:00:00.000Z',
        evidence: '转账凭证 1',
        verifiedAt,
        verifiedBy: { id: town.supervision.id },
        isPetitionerConfirmed: null,
      },
    });
    expect(await service.dump()).not.toContain(looked.finding);
  });

  it('gives back what was not done', async () => {
    const told = await story.reported();
    const back = await does(told, people.bureau, 'verifyExecution', { isDone: false, finding: '未到账' });
    expect(back).toMatchObject({
      errors: [],
      case: { status: 'EXECUTING' },
      executionItem: { state: 'OPEN', verifiedAt: null, verifiedBy: { id: town.countyBureau.id } },
    });
  });

  it('is never for the obliged organization, and only for what is reported', async () => {
    const told = await story.reported();
    const obligor = aViewer('SUPERVISOR', { organizationId: town.department.id });
    expect(await refused(told, obligor, 'verifyExecution', looked)).toEqual([['VERIFIER_IS_OBLIGOR', 'input']]);
    expect(await refused(told, people.supervisor, 'verifyExecution', { isDone: true, finding: ' ' })).toEqual([
      ['FINDING_REQUIRED', 'input', 'finding'],
    ]);
    const wrong = [['WRONG_STATE', 'input']];
    expect(await refused(await story.executing(), people.supervisor, 'verifyExecution', looked)).toEqual(wrong);
    expect(await refused(await story.verified(), people.supervisor, 'verifyExecution', looked)).toEqual(wrong);
  });
});

describe('confirmExecution', () => {
  it('is the word of the petitioner, who acts without being named', async () => {
    const told = await story.verified();
    const confirmed = await does(told, petitionerOf(told.id), 'confirmExecution', { isDone: true });
    expect(confirmed).toMatchObject({
      errors: [],
      case: {
        status: 'DELIVERED',
        timeline: { edges: [{ node: { type: 'ExecutionConfirmed', actor: null } }, {}, {}] },
      },
      executionItem: { state: 'VERIFIED', isPetitionerConfirmed: true },
    });
    const [event] = await service.database.query(
      `select actor_staff_id, actor_organization_id from case_events where case_id = $1 and type = 'ExecutionConfirmed'`,
      [told.id],
    );
    expect(event).toEqual({ actor_staff_id: null, actor_organization_id: null });
  });

  it('a dispute holds the case in execution until somebody else has looked', async () => {
    const told = await story.verified();
    const disputed = await does(told, petitionerOf(told.id), 'confirmExecution', { isDone: false });
    expect(disputed).toMatchObject({
      case: { status: 'EXECUTING', returnTo: 'DELIVERED' },
      executionItem: { state: 'DISPUTED', isPetitionerConfirmed: false },
    });
    const undone = await does(told, people.supervisor, 'verifyExecution', { isDone: false, finding: '未到账' });
    expect(undone).toMatchObject({ case: { status: 'EXECUTING' }, executionItem: { state: 'OPEN' } });
    const terms = (undone['case'] as { deadlines: { kind: string; state: string }[] }).deadlines;
    expect(terms.filter(({ kind }) => kind === 'EXECUTION').map(({ state }) => state)).toEqual(
      expect.arrayContaining(['SUPERSEDED', 'RUNNING']),
    );
    await service.at('2026-04-20T16:00:00Z');
    const failures = `query { case(id: "${told.id}") { serviceFailures { kind organization { id } occurredAt } } }`;
    expect((await service.as(people.bureau)(failures)).data).toEqual({
      case: {
        serviceFailures: [
          { kind: 'NOT_EXECUTED', organization: { id: town.department.id }, occurredAt: '2026-04-20T16:00:00.000Z' },
        ],
      },
    });
  });

  it('needs the grade ACT, and something to say it of', async () => {
    const told = await story.verified();
    const view = petitionerOf(told.id, 'VIEW');
    expect(await refused(told, view, 'confirmExecution', { isDone: true })).toEqual([['GRADE_ACT_REQUIRED', 'input']]);
    const open = await story.executing();
    for (const isDone of [true, false]) {
      expect(await refused(open, petitionerOf(open.id), 'confirmExecution', { isDone })).toEqual([
        ['WRONG_STATE', 'input'],
      ]);
    }
  });
});
