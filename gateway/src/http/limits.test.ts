import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Gateway } from '../gateway.ts';
import type { SubgraphSource } from '../sources/subgraph-source.ts';
import { hallsSubgraph, windowsSubgraph } from '../testing/test-subgraphs.ts';
import { ask, inProcess, quiet, testGateway } from '../testing/test-gateway.ts';

let fetches = 0;
const watched = (source: SubgraphSource): SubgraphSource => ({
  ...source,
  fetch: (request, context) => {
    fetches += 1;
    return source.fetch(request, context);
  },
});

let gateway: Gateway;
beforeAll(async () => {
  gateway = await testGateway({
    sources: [inProcess(hallsSubgraph(), quiet), inProcess(windowsSubgraph(), quiet)].map(watched),
  });
});
afterAll(() => gateway.stop());

/** The codes of the answer; asserts that no subgraph was asked for it. */
async function refusal(query: string, asking: Parameters<typeof ask>[2] = {}) {
  fetches = 0;
  const { status, body } = await ask(gateway, query, asking);
  expect(fetches).toBe(0);
  return { status, codes: body.errors?.map(({ extensions }) => extensions['code']) };
}

async function posted(payload: string | undefined, headers: Record<string, string> = {}) {
  fetches = 0;
  const answer = await gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    ...(payload !== undefined && { payload }),
  });
  expect(fetches).toBe(0);
  return { status: answer.statusCode, codes: codesIn(answer.body) };
}

const get = (query: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url: '/graphql', query: { query }, headers });

const codesIn = (body: string) =>
  (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors.map(({ extensions }) => extensions.code);

describe('a document', () => {
  it('of more than 3000 tokens is refused', async () => {
    const aliases = Array.from({ length: 1_500 }, (_, at) => `a${at}: asker`).join(' ');
    expect(await refusal(`{ ${aliases} }`)).toEqual({ status: 400, codes: ['TOO_MANY_TOKENS'] });
  });

  it('whose nested fragments double twenty times is refused', async () => {
    const fragments = Array.from(
      { length: 20 },
      (_, at) =>
        `fragment F${at} on Hall { a: windows { hall { ...F${at + 1} } } b: windows { hall { ...F${at + 1} } } }`,
    );
    const bomb = `{ hall(code: "A") { ...F0 } } ${fragments.join(' ')} fragment F20 on Hall { name }`;
    expect(await refusal(bomb)).toEqual({ status: 400, codes: ['TOO_MANY_ALIASES'] });
  });

  it('of 300 unclosed levels is refused', async () => {
    expect(await refusal('{ hall '.repeat(300))).toEqual({ status: 400, codes: ['GRAPHQL_PARSE_FAILED'] });
  });

  it('with ten faults is told five of them', async () => {
    const unknown = Array.from({ length: 10 }, (_, at) => `unknown${at}`).join(' ');
    const { codes } = await refusal(`{ ${unknown} }`);
    expect(codes?.length).toBeLessThanOrEqual(6);
  });

  it('is not helped with names that are near', async () => {
    const { body } = await ask(gateway, '{ hal { name } }');
    expect(body.errors?.map(({ message }) => message)).toEqual(['Cannot query field "hal" on type "Query".']);
  });

  it.each(['_service { sdl }', '_entities(representations: []) { __typename }'])(
    'cannot reach what subgraphs have for the gateway: %s',
    async (field) => {
      expect(await refusal(`{ ${field} }`)).toEqual({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    },
  );

  it('with two operations has to say which', async () => {
    const answer = await refusal('query A { asker } query B { asker }');
    expect(answer).toEqual({ status: 400, codes: ['OPERATION_RESOLUTION_FAILURE'] });
  });

  it('with a variable of another type is refused', async () => {
    const answer = await refusal('query Q($code: ID!) { hall(code: $code) { name } }', {
      variables: { code: { a: 1 } },
    });
    expect(answer).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  it('is refused in Chinese with what is wrong in it', async () => {
    const { body } = await ask(gateway, '{ hal }', { headers: { 'accept-language': 'zh-CN' } });
    expect(body.errors?.[0]?.message).toBe('查询与图的定义不符：Cannot query field "hal" on type "Query".');
  });
});

describe('variables', () => {
  const document = 'query Q($code: ID) { asker hall(code: "A") { name } }';

  it('nested more than 32 levels deep are refused', async () => {
    const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`;
    const payload = `{"query":${JSON.stringify(document)},"variables":{"code":${deep}}}`;
    expect(await posted(payload)).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  it('of more than 5000 values are refused', async () => {
    const variables = { code: Array.from({ length: 6_000 }, () => 1) };
    expect(await posted(JSON.stringify({ query: document, variables }))).toEqual({
      status: 400,
      codes: ['BAD_USER_INPUT'],
    });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with the name %s are refused', async (name) => {
    const payload = `{"query":${JSON.stringify(document)},"variables":{"code":{"${name}":{"isAdmin":true}}}}`;
    expect(await posted(payload)).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });
});

describe('a request', () => {
  it('of more than 256 KB is refused', async () => {
    const payload = JSON.stringify({ query: '{ asker }', variables: { text: 'x'.repeat(257 * 1024) } });
    expect(await posted(payload)).toEqual({ status: 413, codes: ['BODY_TOO_LARGE'] });
  });

  it.each([
    ['several operations at once', '[{"query":"{ asker }"}]', 400],
    ['a hash instead of a document', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}', 200],
    ['no operation', '{}', 400],
    ['no JSON', '{"query":', 400],
    ['nothing', undefined, 400],
  ])('with %s is refused', async (_what, payload, status) => {
    expect(await posted(payload)).toEqual({ status, codes: ['BAD_USER_INPUT'] });
  });

  it('cannot leave a document behind for those who only know its hash', async () => {
    const query = '{ asker }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    await ask(gateway, query);
    await gateway.app.inject({ method: 'POST', url: '/graphql', body: { query, extensions } });
    expect((await posted(JSON.stringify({ extensions }))).codes).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as %s, which a foreign page can send, is refused',
    async (type) => {
      const answer = await posted('{"query":"{ asker }"}', { 'content-type': type });
      expect(answer).toEqual({ status: 415, codes: ['BAD_USER_INPUT'] });
    },
  );

  it('by GET needs the header that a foreign page cannot send', async () => {
    const plain = await get('{ halls { code } }');
    const preflighted = await get('{ halls { code } }', { 'apollo-require-preflight': 'yes' });
    expect([plain.statusCode, preflighted.statusCode]).toEqual([400, 200]);
  });

  it('by GET changes nothing', async () => {
    const answer = await get('mutation { openHall(code: "A") { code } }', { 'apollo-require-preflight': 'yes' });
    expect([answer.statusCode, codesIn(answer.body)]).toEqual([405, ['BAD_USER_INPUT']]);
  });

  it('with a bad token is refused before its body is read', async () => {
    const { statusCode, body } = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: 'Bearer a.b.c', 'content-type': 'application/json' },
      payload: '{"query":',
    });
    expect(statusCode).toBe(401);
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: '登录凭证无效或已过期，请重新登录。', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('to an unknown address is told so in the same form', async () => {
    const answer = await gateway.app.inject({ method: 'GET', url: '/nothing' });
    expect([answer.statusCode, codesIn(answer.body)]).toEqual([404, ['BAD_USER_INPUT']]);
  });
});

describe('an answer', () => {
  it('is kept by no cache and taken for nothing else', async () => {
    const { headers } = await ask(gateway, '{ asker }');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      vary: 'authorization, accept-language',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('shows no plan to a client that asks for it', async () => {
    const { body } = await ask(gateway, '{ asker }', { headers: { 'apollo-query-plan-experimental': '1' } });
    expect(Object.keys(body.extensions ?? {})).toEqual(['sql', 'cost']);
  });
});

describe('in production', () => {
  it('shows neither statements nor its own shape', async () => {
    const inProduction = await testGateway({ isDevelopment: false });
    const { body } = await ask(inProduction, '{ halls { code } }');
    const introspected = await ask(inProduction, '{ __schema { types { name } } }');
    await inProduction.stop();

    expect(body).toEqual({
      data: { halls: [{ code: 'A' }, { code: 'B' }] },
      extensions: { cost: expect.anything() },
    });
    expect(introspected.body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'INTROSPECTION_DISABLED' }]);
  });

  it('shows its shape in development', async () => {
    const { body } = await ask(gateway, '{ __type(name: "Hall") { kind } }');
    expect(body.data).toEqual({ __type: { kind: 'OBJECT' } });
  });
});
