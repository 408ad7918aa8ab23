import { describe, expect, it } from '@jest/globals';
import {
  anOpinion,
  aPetition,
  as,
  clock,
  handedOver,
  heardInPerson,
  messageTo,
  petitioner,
  setPin,
  story,
  tables,
  unitCode,
  type Told,
} from '../kit/index.ts';

const pin = '480617';
const narrative = '我在一家制鞋厂上班，三月到五月的工资一直没有发。厂里说“资金紧张”，让我们再等等。';

/** Everybody who works on it asks for the same few things. */
const look = `query ($id: ID!) { case(id: $id) {
  status stage responsibleOrganization { code } handler { displayName } availableActions
  deadlines { kind state responsibleOrganization { code } } } }`;
type Looked = Readonly<{
  case: Readonly<{
    status: string;
    stage: string;
    responsibleOrganization: Readonly<{ code: string }> | null;
    handler: Readonly<{ displayName: string }> | null;
    availableActions: readonly string[];
    deadlines: readonly Readonly<{ kind: string; state: string; responsibleOrganization: { code: string } | null }>[];
  }>;
}>;

let told: Told;
let executionItemId: string;

const seenBy = async (persona: string): Promise<Looked['case']> =>
  (await as(persona).sees<Looked>(look, { id: told.caseId })).case;
const terms = ({ deadlines }: Looked['case']): readonly string[] =>
  deadlines.map(({ kind, state, responsibleOrganization: owner }) => `${kind} ${state} ${owner?.code ?? 'petitioner'}`);

describe('one petition, from the window to its end', () => {
  it('is registered at the window, with a receipt that anybody can verify and a tracking code', async () => {
    const {
      case: opened,
      trackingCode,
      receipt,
    } = await as('clerk').does<{
      case: { id: string; caseNo: string; status: string; claims: { id: string }[]; parties: { id: string }[] };
      trackingCode: string;
      receipt: { receiptNo: string; text: string };
    }>(
      'openCase',
      aPetition({ narrative }),
      'case { id caseNo status claims { id } parties { id } } trackingCode receipt { receiptNo text }',
    );
    const { id: caseId, caseNo, claims, parties } = opened;
    told = { caseId, caseNo, trackingCode, claimId: claims[0]?.id ?? '', partyId: parties[0]?.id ?? '' };
    const verdict = await as(null).sees('query ($receipt: String!) { verifyReceipt(receipt: $receipt) }', {
      receipt: receipt.text,
    });

    expect(opened.status).toBe('REGISTERED');
    expect(caseNo).toMatch(/^YZ\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    expect(trackingCode.replaceAll('-', '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(verdict).toEqual({ verifyReceipt: 'VALID' });
  });

  it('waits at the bureau, which owes the referral', async () => {
    const seen = await seenBy('bureau');
    expect(seen).toMatchObject({ status: 'REGISTERED', responsibleOrganization: null, handler: null });
    expect(seen.availableActions).toEqual(['referCase', 'assignCase']);
    expect(terms(seen)).toContain('TRANSFER RUNNING 990102-LETT');
  });

  it('is referred to the competent unit, whose terms begin', async () => {
    await as('bureau').does('referCase', { caseId: told.caseId, toOrganizationId: await story.unitId() });
    const seen = await seenBy('handler');
    expect(seen).toMatchObject({ status: 'REFERRED', responsibleOrganization: { code: unitCode } });
    expect(terms(seen)).toEqual(
      expect.arrayContaining(['TRANSFER MET 990102-LETT', `ADMISSION_NOTICE RUNNING ${unitCode}`]),
    );
  });

  it('is admitted, and the petitioner is told in writing', async () => {
    const { caseId } = told;
    await as('handler').does('decideAdmission', { caseId, decision: 'ADMIT' });
    const before = terms(await seenBy('handler'));
    await as('handler').does('deliverNotice', { caseId, ...handedOver });
    const after = terms(await seenBy('handler'));

    expect(before).toEqual(
      expect.arrayContaining([`ADMISSION_NOTICE RUNNING ${unitCode}`, `HANDLING RUNNING ${unitCode}`]),
    );
    expect(after).toContain(`ADMISSION_NOTICE MET ${unitCode}`);
  });

  it('gets a handler, who hears the petitioner and reads what was typed at the window', async () => {
    const { caseId } = told;
    await as('leader').does('assignHandler', { caseId, handlerId: await story.idOf('handler') });
    await as('handler').does('recordPetitionerHeard', { caseId, ...heardInPerson });
    const read = await as('handler').sees('query ($id: ID!) { case(id: $id) { narrative { text } } }', { id: caseId });

    expect(await seenBy('leader')).toMatchObject({
      status: 'IN_HANDLING',
      handler: { displayName: expect.any(String) },
    });
    expect(read).toEqual({ case: { narrative: { text: narrative } } });
  });

  it('is answered: the claim is supported, and what has to be done is written down', async () => {
    const { caseId, claimId } = told;
    await as('handler').does('draftOpinion', { caseId, ...anOpinion(claimId) });
    executionItemId = await story.promised(told);
    const { opinion } = await as('leader').does<{ opinion: { docNo: string; state: string } }>(
      'signOpinion',
      { caseId },
      'opinion { docNo state }',
    );
    expect(opinion).toEqual({ docNo: expect.any(String), state: 'SIGNED' });
    expect(await seenBy('leader')).toMatchObject({ status: 'REPLIED', stage: 'REPLY' });
  });

  it('is delivered, and what was promised is owed from that day', async () => {
    await as('handler').does('recordDelivery', { caseId: told.caseId, ...handedOver });
    const seen = await seenBy('handler');
    expect(seen.status).toBe('EXECUTING');
    expect(terms(seen)).toEqual(
      expect.arrayContaining([
        `HANDLING MET ${unitCode}`,
        `EXECUTION RUNNING ${unitCode}`,
        'REVIEW_REQUEST_WINDOW RUNNING petitioner',
      ]),
    );
  });

  it('is executed by the unit and verified by another', async () => {
    await as('handler').does('reportExecution', { executionItemId, evidence: '银行转账凭证 1' });
    const verification = { executionItemId, isDone: true, finding: '已核对银行到账记录' };
    const { executionItem } = await as('supervisor').does<{
      executionItem: { state: string; verifiedBy: { code: string } };
    }>('verifyExecution', verification, 'executionItem { state verifiedBy { code } }');
    expect(executionItem).toEqual({ state: 'VERIFIED', verifiedBy: { code: '990100-LETT-SUPERVISION' } });
    expect(await seenBy('handler')).toMatchObject({ status: 'DELIVERED' });
  });

  it('is followed by the petitioner, who sets a PIN away from staff', async () => {
    const { caseNo, trackingCode } = told;
    const message = await messageTo(caseNo, /口令/);
    const set = await setPin({ caseNo, trackingCode, pin });
    const view = await (
      await petitioner({ caseNo, trackingCode })
    ).sees(
      `query ($caseNo: ID!) { caseByTracking(caseNo: $caseNo) {
        status grade narrative { text } responsibleOrganization { code } availableActions } }`,
      { caseNo },
    );

    expect(message.channel).toBe('SMS');
    expect(set).toEqual({ status: 200, body: { isSet: true } });
    expect(view).toEqual({
      caseByTracking: {
        status: 'DELIVERED',
        grade: 'VIEW',
        narrative: { text: narrative },
        responsibleOrganization: { code: unitCode },
        availableActions: [],
      },
    });
  });

  it('is accepted by the petitioner, not under the eyes of staff and not at once for good', async () => {
    const { caseId, caseNo, trackingCode } = told;
    const me = await petitioner({ caseNo, trackingCode, pin });
    await me.does('confirmExecution', { executionItemId, isDone: true });
    const tooSoon = await me.isRefused('confirmResult', { caseId });
    await clock.advance('PT25H');
    const { confirmation } = await me.does<{
      confirmation: { confirmedAt: string; takesEffectAt: string; state: string };
    }>('confirmResult', { caseId }, 'confirmation { confirmedAt takesEffectAt state }');

    expect(tooSoon).toEqual(['TOO_SOON_AFTER_STAFF_CONTACT']);
    expect(confirmation.state).toBe('PENDING');
    expect(Date.parse(confirmation.takesEffectAt) - Date.parse(confirmation.confirmedAt)).toBe(3 * 86_400_000);
    expect(await seenBy('bureau')).toMatchObject({ status: 'DELIVERED' });
  });

  it('is concluded when the time to take it back is over', async () => {
    await clock.advance('P3D');
    const seen = await as('clerk').sees(
      'query ($id: ID!) { case(id: $id) { status stage conclusionKind concludedAt overallElapsedDays } }',
      { id: told.caseId },
    );
    expect(seen).toEqual({
      case: {
        status: 'CONCLUDED',
        stage: 'CLOSED',
        conclusionKind: 'PETITIONER_CONFIRMED',
        concludedAt: expect.any(String),
        overallElapsedDays: 4,
      },
    });
  });

  it('can be read by the petitioner from the first day to the last', async () => {
    const { caseNo, trackingCode } = told;
    const me = await petitioner({ caseNo, trackingCode });
    const { caseByTracking } = await me.sees<{
      caseByTracking: { status: string; timeline: { edges: { node: { type: string } }[] } };
    }>(
      'query ($caseNo: ID!) { caseByTracking(caseNo: $caseNo) { status timeline(first: 50) { edges { node { type } } } } }',
      {
        caseNo,
      },
    );
    expect(caseByTracking.status).toBe('CONCLUDED');
    expect(caseByTracking.timeline.edges.map(({ node }) => node.type).toReversed()).toEqual([
      'CaseRegistered',
      'CaseReferred',
      'CaseAdmitted',
      'NoticeDelivered',
      'PetitionerHeard',
      'OpinionDelivered',
      'ExecutionStarted',
      'ExecutionReported',
      'ExecutionVerified',
      'ExecutionCompleted',
      'PinSet',
      'ExecutionConfirmed',
      'ResultConfirmed',
      'CaseConcluded',
    ]);
  });

  it('leaves an unbroken chain of facts', async () => {
    const links = await tables.rows<{ hash: string; prev_hash: string | null }>(
      'cases',
      'select hash, prev_hash from case_events where case_id = $1 order by seq',
      [told.caseId],
    );
    expect(links.map(({ prev_hash: previous }) => previous)).toEqual([
      null,
      ...links.slice(0, -1).map(({ hash }) => hash),
    ]);
  });
});
