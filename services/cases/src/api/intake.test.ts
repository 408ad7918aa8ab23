import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentMatches, verifyReceipt } from '@onevisit/evidence';
import { newId } from '@onevisit/kernel';
import { testKeys } from '@onevisit/testing';
import { aParty, aPetition, people, secrets, town } from '../testing/builders.ts';
import { monday, startService, type TestService } from '../testing/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const open = (overrides: object = {}, selection = 'case { id }', clerk = people.clerk) =>
  service.did(clerk, 'openCase', aPetition({ ...overrides }), selection);
const caseOf = async (overrides: object, selection: string, clerk = people.clerk) =>
  (await open(overrides, `case { ${selection} }`, clerk))['case'];

const whole = `
  case {
    caseNo version category procedure origin title summary narrative { text redacted }
    claims { ordinal text { text redacted } amountFen outcome } issueType { code } area { code }
    receivingOrganization { id } responsibleOrganization { id } firstResponsibleOrganization { id } handler { id }
    parties { role kind maskedName contactPreference } respondents { id } isCollective partySize confidentiality
    urgency status stage registeredAt overallElapsedDays nextDeadline { kind } availableActions
    deadlines { kind state dueOn responsibleOrganization { id } } timeline { edges { node { seq type } } }
  }
  contact {
    receiptNo channel purpose ordinal receivedAt isInPerson partySize handledBy { id } receivingOrganization { id }
  }
  receipt { receiptNo receivedAt text }
  trackingCode`;

describe('openCase', () => {
  it('registers the petition as one act, with its terms, its receipt and its code', async () => {
    const { case: subject, contact, receipt, trackingCode, errors } = await open({}, whole);
    expect(errors).toEqual([]);
    const bureau = { id: town.countyBureau.id };
    expect(subject).toEqual({
      caseNo: expect.stringMatching(/^YZ26-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/),
      version: 1,
      category: 'APPEAL',
      procedure: 'ORDINARY',
      origin: 'SELF_RECEIVED',
      title: '反映拖欠工资',
      summary: '反映某企业拖欠工资三个月',
      narrative: { text: secrets.narrative, redacted: '反映某企业拖欠工资三个月' },
      claims: [{ ordinal: 1, text: { text: secrets.claim, redacted: '诉求 1' }, amountFen: '1800000', outcome: null }],
      issueType: { code: 'A1' },
      area: { code: '990102001' },
      receivingOrganization: bureau,
      responsibleOrganization: null,
      firstResponsibleOrganization: null,
      handler: null,
      parties: [{ role: 'PETITIONER', kind: 'NATURAL_PERSON', maskedName: '欧阳**', contactPreference: 'SMS' }],
      respondents: [],
      isCollective: false,
      partySize: 1,
      confidentiality: 'NORMAL',
      urgency: 'NORMAL',
      status: 'REGISTERED',
      stage: 'REGISTRATION',
      registeredAt: new Date(monday).toISOString(),
      overallElapsedDays: 0,
      nextDeadline: { kind: 'TRANSFER' },
      availableActions: [],
      deadlines: [
        { kind: 'REGISTRATION', state: 'MET', dueOn: '2026-03-03', responsibleOrganization: bureau },
        { kind: 'TRANSFER', state: 'RUNNING', dueOn: '2026-03-17', responsibleOrganization: bureau },
        { kind: 'FIRST_CONTACT', state: 'RUNNING', dueOn: '2026-03-03', responsibleOrganization: bureau },
      ],
      timeline: { edges: [{ node: { seq: 1, type: 'CaseRegistered' } }] },
    });
    expect(contact).toEqual({
      receiptNo: expect.stringMatching(/^SJ26-/),
      channel: 'VISIT',
      purpose: 'NEW_MATTER',
      ordinal: 1,
      receivedAt: new Date(monday).toISOString(),
      isInPerson: true,
      partySize: 1,
      handledBy: { id: people.clerk.id },
      receivingOrganization: bureau,
    });
    const { receiptNo } = contact as { receiptNo: string };
    expect(receipt).toEqual({ receiptNo, receivedAt: new Date(monday).toISOString(), text: expect.any(String) });
    expect(trackingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  });

  it('gives a receipt that verifies offline, for this content and no other', async () => {
    const { case: subject, receipt } = await open({}, 'case { caseNo } receipt { receiptNo text }');
    const { receiptNo, text } = receipt as { receiptNo: string; text: string };
    const verdict = await verifyReceipt(text, { keys: [testKeys().receipt.publicJwk] });
    if (verdict.status === 'INVALID') throw new Error('the receipt is not genuine');
    expect(verdict.receipt).toMatchObject({
      receiptNo,
      caseNo: (subject as { caseNo: string }).caseNo,
      receivedAt: new Date(monday),
      organizationCode: town.countyBureau.code,
    });
    expect(contentMatches(verdict.receipt, secrets.narrative)).toBe(true);
    expect(contentMatches(verdict.receipt, `${secrets.narrative} `)).toBe(false);

    const asked = `query ($receipt: String!) { verifyReceipt(receipt: $receipt) }`;
    const answers = [await service.as(people.handler)(asked, { receipt: text })];
    answers.push(await service.as(people.handler)(asked, { receipt: `${text.slice(0, -3)}AAA` }));
    expect(answers.map(({ data }) => data?.['verifyReceipt'])).toEqual(['VALID', 'INVALID']);
  });

  it('sent twice with one key opens one case and tells the same receipt and code again', async () => {
    const petition = aPetition();
    const once = await service.did(people.clerk, 'openCase', petition, whole);
    const again = () => service.did(people.clerk, 'openCase', petition, whole);
    expect(await service.withoutTrace(again)).toEqual(once);
    expect(await service.refused(people.clerk, 'openCase', { ...petition, title: '另一标题' })).toEqual([
      ['IDEMPOTENCY_KEY_REUSED', 'input', 'idempotencyKey'],
    ]);
  });

  it('sent twice at once opens one case', async () => {
    const petition = aPetition();
    const twins = await Promise.all([1, 2].map(() => service.did(people.clerk, 'openCase', petition, whole)));
    expect(twins[0]).toEqual(twins[1]);
    expect(twins[0]?.errors).toEqual([]);
  });

  it('is another case for the same key of another clerk', async () => {
    const petition = aPetition();
    const one = await service.did(people.clerk, 'openCase', petition, 'case { id }');
    const other = await service.did(people.unitClerk, 'openCase', petition, 'case { id }');
    expect(other.errors).toEqual([]);
    expect(other['case']).not.toEqual(one['case']);
  });

  it('at a unit starts the notice term of the unit itself, from the receipt of the contact', async () => {
    const opened = await caseOf(
      { receivedAt: '2026-02-26T10:00:00+08:00', channel: 'LETTER' },
      'responsibleOrganization { id } isCollective deadlines { kind state dueOn }',
      people.unitClerk,
    );
    expect(opened).toEqual({
      responsibleOrganization: { id: town.department.id },
      isCollective: false,
      deadlines: [
        { kind: 'REGISTRATION', state: 'MET_LATE', dueOn: '2026-02-27' },
        { kind: 'ADMISSION_NOTICE', state: 'RUNNING', dueOn: '2026-03-13' },
        { kind: 'FIRST_CONTACT', state: 'RUNNING', dueOn: '2026-03-03' },
      ],
    });
  });

  it('counts five who come in person as a collective visit, and five who write as none', async () => {
    const asked = 'isCollective partySize parties { role } contacts { isInPerson partySize }';
    const parties = [aParty(), aParty({ role: 'REPRESENTATIVE', name: '测试乙' })];
    expect(await caseOf({ parties, partySize: 5 }, asked)).toEqual({
      isCollective: true,
      partySize: 5,
      parties: [{ role: 'PETITIONER' }, { role: 'REPRESENTATIVE' }],
      contacts: [{ isInPerson: true, partySize: 5 }],
    });
    expect(await caseOf({ parties, partySize: 5, channel: 'LETTER' }, asked)).toMatchObject({ isCollective: false });
  });

  it('takes a suggestion from nobody', async () => {
    expect(await caseOf({ category: 'SUGGESTION', parties: [] }, 'category parties { role }')).toEqual({
      category: 'SUGGESTION',
      parties: [],
    });
  });

  it('sends the token for a PIN to the channel of the petitioner, and to nobody who has none', async () => {
    await service.subgraph.settle();
    const before = service.notified.length;
    const { case: subject } = await open({}, 'case { caseNo }');
    await open({ parties: [aParty({ phone: null })] });
    await open({ parties: [aParty({ contactPreference: 'NONE' })] });
    await service.subgraph.settle();
    const { caseNo } = subject as { caseNo: string };
    expect(service.notified.slice(before)).toEqual([
      { at: new Date(monday), caseNo, channel: 'SMS', text: expect.stringMatching(/[0-9A-HJKMNP-TV-Z]{16}/) },
    ]);
    expect(service.notified.map(({ text }) => text).join()).not.toContain(secrets.phone);
  });

  it('keeps ten thousand characters exactly, whatever they are', async () => {
    const piece = `“引号”'"\\\\ 😀👨‍👩‍👧‍👦 𠮷\t㍻\r\n é é ﻿ﷺ {"a":1} $1 %s <b> -- ;\n`.replaceAll('\r', '');
    const narrative = piece
      .repeat(Math.ceil(10_000 / piece.length))
      .slice(0, 10_000)
      .toWellFormed();
    const claim = piece.repeat(10);
    const name = `欧阳"'😀\\`;
    const { case: subject } = await open(
      { narrative, claims: [{ text: claim }], parties: [aParty({ name })] },
      'case { id narrative { text } claims { text { text } } parties { id } }',
    );
    expect(subject).toMatchObject({ narrative: { text: narrative }, claims: [{ text: { text: claim } }] });
    const { id, parties } = subject as { id: string; parties: { id: string }[] };
    const unsealed = await service.did(
      people.clerk,
      'unsealIdentity',
      {
        idempotencyKey: newId(),
        caseId: id,
        partyId: parties[0]?.id,
        purpose: 'VERIFY_IDENTITY',
        justification: '核对身份信息',
      },
      'identity { name }',
    );
    expect(unsealed['identity']).toEqual({ name });
  });

  it.each([
    ['NUL', `a${String.fromCharCode(0)}b`],
    ['a control character', `a${String.fromCharCode(7)}b`],
    ['half a surrogate pair', 'a\uD83D'],
  ])('refuses a text with %s as bad input, and leaves nothing behind', async (_, narrative) => {
    const result = await service.withoutTrace(() => service.run(people.clerk, 'openCase', aPetition({ narrative })));
    expect(result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  const tooMany = (count: number) => Array.from({ length: count }, () => aParty());
  it.each<[code: string, field: string, wrong: object]>([
    ['TITLE_NOT_VALID', 'title', { title: ' ' }],
    ['TITLE_NOT_VALID', 'title', { title: '字'.repeat(101) }],
    ['TITLE_IDENTIFIES_SOMEBODY', 'title', { title: `请致电${secrets.phone}` }],
    ['SUMMARY_NOT_VALID', 'summary', { summary: '字'.repeat(501) }],
    ['SUMMARY_IDENTIFIES_SOMEBODY', 'summary', { summary: `身份证${secrets.idNumber}` }],
    ['NARRATIVE_NOT_VALID', 'narrative', { narrative: '\n' }],
    ['NARRATIVE_NOT_VALID', 'narrative', { narrative: '😀'.repeat(20_001) }],
    ['CLAIM_REQUIRED', 'claims', { claims: [] }],
    ['TOO_MANY_CLAIMS', 'claims', { claims: Array.from({ length: 11 }, () => ({ text: '诉求' })) }],
    ['CLAIM_TEXT_NOT_VALID', 'claims', { claims: [{ text: '字'.repeat(2_001) }] }],
    ['AMOUNT_NOT_VALID', 'claims', { claims: [{ text: '诉求', amountFen: '1.5' }] }],
    ['PARTY_REQUIRED', 'parties', { parties: [] }],
    ['PARTY_NOT_VALID', 'parties', { parties: [aParty({ name: ' ' })] }],
    ['PARTY_NOT_VALID', 'parties', { parties: [aParty({ kind: 'ANONYMOUS' })] }],
    ['TOO_MANY_REPRESENTATIVES', 'parties', { parties: tooMany(6), partySize: 6 }],
    ['PARTY_SIZE_NOT_VALID', 'partySize', { parties: tooMany(2), partySize: 1 }],
    ['RECEIVED_IN_FUTURE', 'receivedAt', { receivedAt: '2026-03-02T01:00:01Z' }],
    ['ISSUE_TYPE_NOT_FOUND', 'issueTypeCode', { issueTypeCode: 'A' }],
    ['ISSUE_TYPE_NOT_FOUND', 'issueTypeCode', { issueTypeCode: 'Z9' }],
    ['AREA_NOT_FOUND', 'areaCode', { areaCode: '110101' }],
    ['WINDOW_NOT_FOUND', 'windowId', { windowId: '' }],
    ['ORGANIZATION_NOT_FOUND', 'respondentOrganizationIds', { respondentOrganizationIds: [newId()] }],
    ['ORGANIZATION_NOT_FOUND', 'respondentOrganizationIds', { respondentOrganizationIds: ['no id at all'] }],
  ])('refuses with %s and leaves nothing behind: %s', async (code, field, wrong) => {
    expect(await service.refused(people.clerk, 'openCase', aPetition({ ...wrong }))).toEqual([[code, 'input', field]]);
  });

  it('refuses what was received before there was a calendar', async () => {
    const early = aPetition({ receivedAt: '2021-05-10T01:00:00Z' });
    expect(await service.refused(people.clerk, 'openCase', early)).toEqual([['CALENDAR_NOT_PUBLISHED', 'input']]);
  });

  it('takes no field that is not in its input', async () => {
    const result = await service.run(people.clerk, 'openCase', aPetition({ status: 'CONCLUDED' }));
    expect(result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
