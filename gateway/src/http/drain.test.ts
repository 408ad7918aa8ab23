import { describe, expect, it } from '@jest/globals';
import { aGate, hallsSubgraph, windowsSubgraph } from '../testing/test-subgraphs.ts';
import { ask, inProcess, quiet, testGateway } from '../testing/test-gateway.ts';

const post = (port: number, query: string) =>
  fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

describe('a gateway that stops', () => {
  it('lets requests under way end and takes no more', async () => {
    const gate = aGate();
    const gateway = await testGateway({
      sources: [inProcess(hallsSubgraph(gate), quiet), inProcess(windowsSubgraph(), quiet)],
    });
    const port = await gateway.listen(0);
    const underWay = post(port, '{ sleeps }');
    while (gate.waiting() === 0) await new Promise(setImmediate);

    const stopped = gateway.stop();
    await new Promise(setImmediate);
    await expect(post(port, '{ asker }')).rejects.toThrow('fetch failed');
    gate.open();

    expect(await (await underWay).json()).toMatchObject({ data: { sleeps: 'awake' } });
    await stopped;
  });

  it('says that it is not ready as soon as it drains, and answers all the same', async () => {
    const gateway = await testGateway();
    const ready = async () => (await gateway.app.inject({ url: '/readyz' })).statusCode;
    expect(await ready()).toBe(200);

    gateway.drain();

    expect(await ready()).toBe(503);
    expect((await gateway.app.inject({ url: '/livez' })).statusCode).toBe(200);
    expect((await ask(gateway, '{ halls { code } }')).status).toBe(200);
    await gateway.stop();
  });
});

describe('readiness', () => {
  it('is that of what the graph needs', async () => {
    const gateway = await testGateway({ isReady: async () => false });
    const answer = await gateway.app.inject({ url: '/readyz', headers: { 'accept-language': 'en' } });
    await gateway.stop();
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { errors: [{ message: 'The system is starting or stopping.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
    ]);
  });
});
