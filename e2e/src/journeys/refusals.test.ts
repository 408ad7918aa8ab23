import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  anOpinion,
  aPetition,
  as,
  handedOver,
  petitioner,
  story,
  tables,
  type Person,
  type Told,
  type Variables,
} from '../kit/index.ts';

let referred: Told;
let unitId: string;

beforeAll(async () => {
  referred = await story.referred();
  unitId = await story.unitId();
});

/** Tries an act, and looks that it has left nothing behind in any table of any subgraph. */
async function refused(who: Person, mutation: string, input: Variables): Promise<readonly string[]> {
  let codes: readonly string[] = [];
  const changed = await tables.changedBy(async () => {
    codes = await who.isRefused(mutation, input);
  });
  expect(changed).toEqual([]);
  return codes;
}

const admission = () => ({ caseId: referred.caseId, decision: 'ADMIT' });
const access = () => ({
  caseId: referred.caseId,
  partyId: referred.partyId,
  purpose: 'VERIFY_IDENTITY',
  justification: '核对身份证件',
});

describe('the look at the tables', () => {
  it('is not blind', async () => {
    const changed = await tables.changedBy(() => story.registered());
    expect(changed).toEqual(expect.arrayContaining(['cases.cases', 'cases.case_events', 'cases.idempotency_keys']));
  });
});

describe('another county', () => {
  const strangers = [
    ['clerk', '990103-LETT'],
    ['bureau', '990103-LETT'],
    ['chief', '990103-LETT'],
    ['handler', '990103-HRSS'],
    ['leader', '990103-HRSS'],
  ] as const;

  it.each(strangers)('the %s of %s finds no such case, by id or by number', async (persona, organization) => {
    const document = `query ($id: ID!, $caseNo: ID!) {
      byId: case(id: $id) { caseNo }  byNumber: case(caseNo: $caseNo) { id } }`;
    const { caseId: id, caseNo } = referred;
    expect(await as(persona, { organization }).sees(document, { id, caseNo })).toEqual({ byId: null, byNumber: null });
  });

  it.each([
    ['bureau', '990103-LETT', 'referCase', () => ({ caseId: referred.caseId, toOrganizationId: unitId })],
    ['handler', '990103-HRSS', 'decideAdmission', admission],
    ['leader', '990103-HRSS', 'assignHandler', () => ({ caseId: referred.caseId, handlerId: randomUUID() })],
    ['handler', '990103-HRSS', 'recordDelivery', () => ({ caseId: referred.caseId, ...handedOver })],
  ])('the %s of %s is told by %s that there is no such case', async (persona, organization, mutation, input) => {
    expect(await refused(as(persona, { organization }), mutation, input())).toEqual(['CASE_NOT_FOUND']);
  });

  it('is told the same of a case that nobody has', async () => {
    const handler = as('handler');
    expect(await refused(handler, 'decideAdmission', { ...admission(), caseId: randomUUID() })).toEqual([
      'CASE_NOT_FOUND',
    ]);
  });

  it('cannot open the identity', async () => {
    const bureau = as('bureau', { organization: '990103-LETT' });
    expect(await refused(bureau, 'unsealIdentity', access())).toEqual(['CASE_NOT_FOUND']);
  });
});

describe('another role', () => {
  it.each([
    ['handler', 'openCase', () => aPetition()],
    ['clerk', 'referCase', () => ({ caseId: referred.caseId, toOrganizationId: unitId })],
    ['bureau', 'decideAdmission', admission],
    ['handler', 'assignHandler', () => ({ caseId: referred.caseId, handlerId: randomUUID() })],
    ['handler', 'signOpinion', () => ({ caseId: referred.caseId })],
    ['leader', 'draftOpinion', () => ({ caseId: referred.caseId, ...anOpinion(referred.claimId) })],
    ['handler', 'verifyExecution', () => ({ executionItemId: randomUUID(), isDone: true, finding: '核对' })],
    ['director', 'unsealIdentity', access],
    ['clerk', 'confirmResult', () => ({ caseId: referred.caseId })],
    ['leader', 'approveProject', () => ({ projectId: randomUUID() })],
    ['clerk', 'respondCareRequest', () => ({ careRequestId: randomUUID(), step: 'ACKNOWLEDGE', note: '已收到' })],
  ])('the %s may not %s', async (persona, mutation, input) => {
    expect(await refused(as(persona), mutation, input())).toEqual(['FORBIDDEN']);
  });

  it('who has not logged in may not even look', async () => {
    const { errors } = await as(null).ask('query ($id: ID!) { case(id: $id) { caseNo } }', { id: referred.caseId });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  it('the petitioner of another case sees nothing of this one', async () => {
    const other = await story.registered();
    const stranger = await petitioner(other);
    const seen = await stranger.sees(
      'query ($id: ID!, $caseNo: ID!) { case(id: $id) { status } caseByTracking(caseNo: $caseNo) { status } }',
      { id: referred.caseId, caseNo: referred.caseNo },
    );
    expect(seen).toEqual({ case: null, caseByTracking: null });
  });

  it('a petitioner without the PIN may look, and not accept', async () => {
    const me = await petitioner(referred);
    expect(await refused(me, 'confirmResult', { caseId: referred.caseId })).toEqual(['GRADE_ACT_REQUIRED']);
  });
});

describe('out of order', () => {
  it.each([
    ['bureau', 'referCase', () => ({ caseId: referred.caseId, toOrganizationId: unitId })],
    ['handler', 'deliverNotice', () => ({ caseId: referred.caseId, ...handedOver })],
    ['handler', 'draftOpinion', () => ({ caseId: referred.caseId, ...anOpinion(referred.claimId) })],
    ['leader', 'signOpinion', () => ({ caseId: referred.caseId })],
    ['handler', 'recordDelivery', () => ({ caseId: referred.caseId, ...handedOver })],
  ])('the %s cannot %s a case that has just been referred', async (persona, mutation, input) => {
    expect(await refused(as(persona), mutation, input())).toEqual(['WRONG_STATE']);
  });

  it('nothing is signed before the petitioner was heard', async () => {
    const { caseId, claimId } = await story.inHandling();
    await as('handler').does('draftOpinion', { caseId, ...anOpinion(claimId, 'NOT_SUPPORTED') });
    expect(await refused(as('leader'), 'signOpinion', { caseId })).toEqual(['PETITIONER_NOT_HEARD']);
  });

  it('who owes something cannot be the one who verifies it', async () => {
    const { executionItemId } = await story.executing('990102-LETT');
    const verification = { executionItemId, isDone: true, finding: '已核对' };
    expect(await refused(as('bureau'), 'verifyExecution', verification)).toEqual(['VERIFIER_IS_OBLIGOR']);
  });
});

describe('a version that is not the newest', () => {
  it('is refused, and the newest is taken', async () => {
    const { caseId } = await story.referred();
    const { case: before } = await as('handler').sees<{ case: { version: number } }>(
      'query ($id: ID!) { case(id: $id) { version } }',
      { id: caseId },
    );
    const stale = { caseId, decision: 'ADMIT', expectedVersion: before.version - 1 };
    expect(await refused(as('handler'), 'decideAdmission', stale)).toEqual(['STALE_VERSION']);

    const fresh = { ...stale, expectedVersion: before.version };
    const done = await as('handler').does<{ case: { version: number } }>('decideAdmission', fresh, 'case { version }');
    expect(done.case.version).toBeGreaterThan(before.version);
  });
});

describe('the same idempotency key twice', () => {
  it('makes one case, and answers the same receipt and code again', async () => {
    const petition = { idempotencyKey: randomUUID(), ...aPetition() };
    const selection = 'case { id caseNo } trackingCode receipt { text }';
    const first = await as('clerk').does('openCase', petition, selection);
    let again: unknown;
    const changed = await tables.changedBy(async () => {
      again = await as('clerk').does('openCase', petition, selection);
    });
    expect([again, changed]).toEqual([first, []]);
  });

  it('makes one case where both come at once', async () => {
    const petition = { idempotencyKey: randomUUID(), ...aPetition() };
    const [one, other] = await Promise.all(
      [1, 2].map(() => as('clerk').does('openCase', petition, 'case { id } trackingCode')),
    );
    expect(one).toEqual(other);
  });

  it('is refused for another petition', async () => {
    const idempotencyKey = randomUUID();
    await as('clerk').does('openCase', { idempotencyKey, ...aPetition() });
    const other = { idempotencyKey, ...aPetition() };
    expect(await refused(as('clerk'), 'openCase', other)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});
