import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Gateway } from './gateway.ts';
import { hallsSubgraph, windowsSubgraph } from './testing/test-subgraphs.ts';
import { ask, inProcess, overHttp, quiet, testGateway } from './testing/test-gateway.ts';

const mountings = {
  'all-in-one': async () => [inProcess(hallsSubgraph(), quiet), inProcess(windowsSubgraph(), quiet)],
  split: async () => [await overHttp(hallsSubgraph(), quiet), await overHttp(windowsSubgraph(), quiet)],
  mixed: async () => [inProcess(hallsSubgraph(), quiet), await overHttp(windowsSubgraph(), quiet)],
};

describe.each(Object.entries(mountings))('the graph, %s', (_mounting, sourcesOf) => {
  let gateway: Gateway;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const sources = await sourcesOf();
    gateway = await testGateway({ sources });
    close = async () => {
      await gateway.stop();
      await Promise.all(sources.map((source) => source.close()));
    };
  });
  afterAll(() => close());

  it('answers across subgraphs and counts the statements of all', async () => {
    const { status, body } = await ask(
      gateway,
      '{ hall(code: "A") { name windows { id hall { name } } openWindows } }',
    );
    expect(status).toBe(200);
    const hall = { name: '东厅' };
    expect(body).toEqual({
      data: {
        hall: {
          ...hall,
          windows: [
            { id: 'w1', hall },
            { id: 'w2', hall },
          ],
          openWindows: 2,
        },
      },
      extensions: { sql: 3, cost: expect.anything() },
    });
  });

  it('tells a subgraph who asks, and nothing that the client only says', async () => {
    const headers = { 'x-onevisit-viewer': '{"roles":["DIRECTOR"]}', 'x-user': 'director', 'X-Role': 'DIRECTOR' };
    const { body } = await ask(gateway, '{ asker }', { headers });
    expect(JSON.parse(String(body.data?.['asker']))).toEqual({
      id: 'public',
      roles: ['PUBLIC'],
      organizationId: null,
      areaCode: null,
      taskForceCode: null,
      caseId: null,
      grade: null,
      language: 'en',
    });
  });

  it('asks for a log-in where a role is needed', async () => {
    const { status, body } = await ask(gateway, '{ staffOnly }');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        data: { staffOnly: null },
        errors: [{ message: 'Log in first.', path: ['staffOnly'], extensions: { code: 'UNAUTHENTICATED' } }],
        extensions: { sql: 0, cost: expect.anything() },
      },
    });
  });

  it('gives an error id for a fault and nothing of its cause', async () => {
    const { body } = await ask(gateway, '{ fails asker }');
    expect(body.data?.['asker']).toContain('public');
    expect(body.errors).toEqual([
      {
        message: 'Something went wrong inside.',
        path: ['fails'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ]);
  });

  it.each([
    ['en', 'The day is wrong.'],
    ['zh-CN,zh;q=0.9,en;q=0.8', '日期有误。'],
  ])('says what is wrong with an input in the language %s', async (language, message) => {
    const { body } = await ask(gateway, '{ brokenInput(day: "x") }', { headers: { 'accept-language': language } });
    expect(body.errors).toEqual([{ message, path: ['brokenInput'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('shows an entity that another subgraph does not know as null, without an error', async () => {
    const { body } = await ask(gateway, '{ hidden { clerk hall { name } } }');
    expect(body).toEqual({
      data: { hidden: { clerk: 'c9', hall: null } },
      extensions: { sql: 1, cost: expect.anything() },
    });
  });

  it('runs a mutation', async () => {
    const { body } = await ask(gateway, 'mutation { openHall(code: "B") { name openWindows } }');
    expect(body).toEqual({
      data: { openHall: { name: '西厅', openWindows: 0 } },
      extensions: { sql: 2, cost: expect.anything() },
    });
  });

  it('does not know what only the gateway may ask', async () => {
    const document = 'mutation { verifyTrackingCode(input: { caseNo: "a", trackingCode: "b" }) { caseId } }';
    const { status, body } = await ask(gateway, document);
    expect(status).toBe(400);
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });
});
