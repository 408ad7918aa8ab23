import { describe, expect, it } from '@jest/globals';
import { createAuthenticate } from '../authentication/authenticate.ts';
import { petitioners } from '../authentication/issuer.ts';
import type { SubgraphSource } from '../sources/subgraph-source.ts';
import { hallsSubgraph } from '../testing/test-subgraphs.ts';
import { ask, inProcess, quiet, testGateway, testKeys } from '../testing/test-gateway.ts';
import { servePetitioners } from './petitioner-routes.ts';
import { createThrottle } from './throttle.ts';

const keys = testKeys.tokenIssuer;
const right = { caseNo: 'YZ26-7F3K-9QXM-K', trackingCode: 'ABCDE12345' };

async function aDoor(cases: SubgraphSource = inProcess(hallsSubgraph(), quiet), atOnce = 20) {
  const gateway = await testGateway();
  const throttle = createThrottle({ atOnce, oneEveryMs: 60_000 });
  servePetitioners(gateway.app, { cases, keys, throttle, failureMs: 1 });
  const post = async (url: string, body: object, headers: Record<string, string> = {}) => {
    const payload = JSON.stringify(body);
    const answer = await gateway.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
      payload,
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  return {
    gateway,
    token: (body: object, headers?: Record<string, string>) => post('/token/petitioner', body, headers),
    pin: (body: object) => post('/petitioner/pin', body),
  };
}

const refused = (status: number, code: string, message: string) => ({
  status,
  body: { errors: [{ message, extensions: { code } }] },
});
const notValid = refused(401, 'UNAUTHENTICATED', 'The number, the code or the PIN is not right.');

describe('POST /token/petitioner', () => {
  it.each([
    ['VIEW', {}],
    ['ACT', { pin: '246810' }],
  ])('gives a token of grade %s for one case', async (grade, pin) => {
    const { gateway, token } = await aDoor();
    const { status, body } = await token({ ...right, ...pin });
    const authenticate = createAuthenticate([petitioners(keys)]);
    const identity = await authenticate(`Bearer ${String(body['token'])}`);
    const seen = await ask(gateway, '{ asker }', { headers: { authorization: `Bearer ${String(body['token'])}` } });

    expect({ status, body }).toEqual({
      status: 200,
      body: { token: expect.any(String), tokenType: 'Bearer', expiresIn: 1_800, grade },
    });
    expect(identity).toMatchObject({ id: 'case:case-1', roles: ['PETITIONER'], caseId: 'case-1', grade });
    expect(JSON.parse(String(seen.body.data?.['asker']))).toMatchObject({ caseId: 'case-1', grade });
  });

  it('answers an unknown number, a wrong code and a wrong PIN alike', async () => {
    const { token } = await aDoor();
    const answers = [
      await token({ ...right, caseNo: 'YZ26-0000-0000-0' }),
      await token({ ...right, trackingCode: 'WRONG' }),
      await token({ ...right, pin: '000000' }),
    ];
    expect(answers).toEqual([notValid, notValid, notValid]);
  });

  it('answers in the language of the client', async () => {
    const { token } = await aDoor();
    const { body } = await token({ ...right, trackingCode: 'WRONG' }, { 'accept-language': 'zh' });
    expect(body).toEqual({
      errors: [{ message: '编号、查询码或密码不正确。', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('refuses a client that has failed too often, the right code included, and asks nobody', async () => {
    let asked = 0;
    const cases = inProcess(hallsSubgraph(), quiet);
    const counted: SubgraphSource = { ...cases, fetch: (...given) => ((asked += 1), cases.fetch(...given)) };
    const { token } = await aDoor(counted, 2);
    const wrong = { ...right, trackingCode: 'WRONG' };
    await token(wrong);
    await token(wrong);

    expect(await token(right)).toEqual(refused(429, 'RATE_LIMITED', 'Too many requests. Try again later.'));
    expect(asked).toBe(2);
  });

  it('lets the right code in as often as it comes', async () => {
    const { token } = await aDoor(undefined, 1);
    const statuses = [await token(right), await token(right), await token(right)].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('counts guesses that come together', async () => {
    const { token } = await aDoor(undefined, 2);
    const guesses = await Promise.all(['A', 'B', 'C', 'D'].map((trackingCode) => token({ ...right, trackingCode })));
    expect(guesses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([401, 401, 429, 429]);
  });

  it.each([
    ['no number', { trackingCode: 'ABCDE12345' }],
    ['no code', { caseNo: right.caseNo }],
    ['a code of a thousand letters', { ...right, trackingCode: 'A'.repeat(1_000) }],
    ['an object for a code', { ...right, trackingCode: { a: 1 } }],
  ])('refuses %s', async (_what, body) => {
    const { token } = await aDoor();
    expect((await token(body)).status).toBe(400);
  });

  it('says so when cases cannot be asked, and counts no failure', async () => {
    const away: SubgraphSource = {
      ...inProcess(hallsSubgraph(), quiet),
      fetch: async () => ({ data: null, errors: [{ message: 'x', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] }),
    };
    const { token } = await aDoor(away, 1);
    const unavailable = refused(503, 'SERVICE_UNAVAILABLE', 'The system is starting or stopping.');
    expect([await token(right), await token(right)]).toEqual([unavailable, unavailable]);
  });
});

describe('POST /petitioner/pin', () => {
  it('sets the PIN with the token of the petitioner’s own channel', async () => {
    const { pin } = await aDoor();
    expect(await pin({ ...right, setupToken: 'SETUP', pin: '246810' })).toEqual({ status: 200, body: { isSet: true } });
  });

  it('refuses another token as it refuses a wrong code', async () => {
    const { pin } = await aDoor();
    expect(await pin({ ...right, setupToken: 'OTHER', pin: '246810' })).toEqual(notValid);
  });

  it('says what is wrong with the new PIN', async () => {
    const errors = [{ code: 'PIN_TOO_SIMPLE', message: 'Choose another.' }];
    const fetch: SubgraphSource['fetch'] = async () => ({ data: { answer: { isSet: false, errors } } });
    const { pin } = await aDoor({ ...inProcess(hallsSubgraph(), quiet), fetch });
    const answer = await pin({ ...right, setupToken: 'SETUP', pin: '123456' });
    expect(answer).toEqual(refused(400, 'BAD_USER_INPUT', 'Choose another.'));
  });
});
