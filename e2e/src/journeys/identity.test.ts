import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  as,
  inventedPetitioner,
  petitioner,
  serverLog,
  stack,
  story,
  tables,
  type Invented,
  type ServerLog,
  type Told,
} from '../kit/index.ts';
import { readFilesUnder } from '../kit/files.ts';

let who: Invented;
let told: Told;
let log: ServerLog;

beforeAll(async () => {
  // Every statement and its values are in the server's log from here on.
  log = await serverLog();
  who = inventedPetitioner();
  told = await story.referred({ parties: [{ ...who, contactPreference: 'PHONE' }], narrative: `我叫${who.name}。` });
});
afterAll(() => log.close());

const access = () => ({
  caseId: told.caseId,
  partyId: told.partyId,
  purpose: 'CONTACT_PETITIONER',
  justification: '约定当面听取陈述的时间',
});

describe('who petitions', () => {
  it('is a letter to everybody who does not need to know', async () => {
    const document = 'query ($id: ID!) { case(id: $id) { parties { maskedName role } } }';
    expect(await as('director').sees(document, { id: told.caseId })).toEqual({
      case: { parties: [{ maskedName: '信访人A', role: 'PETITIONER' }] },
    });
  });

  it('is a surname to the unit that handles it', async () => {
    const document = 'query ($id: ID!) { case(id: $id) { parties { maskedName } } }';
    const { case: seen } = await as('handler').sees<{ case: { parties: { maskedName: string }[] } }>(document, {
      id: told.caseId,
    });
    const [party] = seen.parties;
    expect(party?.maskedName).not.toContain(who.name.slice(1));
  });

  it('is told to who may see it, as it was typed, for a purpose', async () => {
    const { identity } = await as('handler').does<{ identity: object }>(
      'unsealIdentity',
      access(),
      'identity { name phone address idNumber }',
    );
    expect(identity).toEqual(who);
  });

  it.each([
    ['no purpose that is one', { justification: '看' }, 'JUSTIFICATION_REQUIRED'],
    ['somebody of another case', { partyId: '01900000-0000-7000-8000-000000000000' }, 'PARTY_NOT_FOUND'],
  ])('is not told for %s', async (_what, overrides, code) => {
    expect(await as('handler').isRefused('unsealIdentity', { ...access(), ...overrides })).toEqual([code]);
  });

  it('is told who has looked, and why', async () => {
    const me = await petitioner(told);
    const document = `query ($caseNo: ID!) { caseByTracking(caseNo: $caseNo) {
      identityAccessLog { organization { code } purpose } timeline(first: 50) { edges { node { type } } } } }`;
    const { caseByTracking: view } = await me.sees<{
      caseByTracking: { identityAccessLog: unknown[]; timeline: { edges: { node: { type: string } }[] } };
    }>(document, { caseNo: told.caseNo });
    expect(view.identityAccessLog).toEqual([{ organization: { code: '990102-HRSS' }, purpose: 'CONTACT_PETITIONER' }]);
    expect(view.timeline.edges.filter(({ node }) => node.type === 'IdentityUnsealed')).toHaveLength(1);
  });

  it('stands in no table of any subgraph, nor in the events between them', async () => {
    expect(await tables.columnsWith(...Object.values(who))).toEqual([]);
  });

  it('is looked for where it would be found', async () => {
    expect(await tables.columnsWith(told.caseNo)).toContain('cases.cases.case_no');
  });

  it('stands in no log: of the stack, of the database with all its statements and values, of the messages', async () => {
    const files = readFilesUnder(stack.folder, ['stack.log', 'home/messages.jsonl', 'home/run.json', 'home/city.json']);
    const written = [...Object.values(files), log.text()];
    expect(log.text()).toContain(told.caseNo);
    expect(Object.values(who).filter((text) => written.some((one) => one.includes(text)))).toEqual([]);
  });
});
