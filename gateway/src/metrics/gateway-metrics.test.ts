import { describe, expect, it } from '@jest/globals';
import { ask, testGateway } from '../testing/test-gateway.ts';
import type { SlowOperation } from './operation-times.ts';

const metricsOf = async (gateway: Awaited<ReturnType<typeof testGateway>>, remoteAddress = '127.0.0.1') =>
  gateway.app.inject({ method: 'GET', url: '/metrics', remoteAddress });

describe('metrics', () => {
  it('count operations by how they ran, and fetches by subgraph and code', async () => {
    const gateway = await testGateway();
    await ask(gateway, 'query Halls { halls { code openWindows } }');
    await ask(gateway, '{ __schema { queryType { name } } }');
    const { body } = await metricsOf(gateway);
    await gateway.stop();
    expect(body).toContain('onevisit_operations_total{outcome="COMPILED"} 1');
    expect(body).toMatch(/onevisit_operations_total\{outcome="(?!COMPILED)\w+"\} 1/);
    expect(body).toContain('onevisit_operation_seconds_count{operation="Halls",code="OK"} 1');
    expect(body).toContain('onevisit_subgraph_fetch_seconds_count{subgraph="windows",code="OK"} 1');
    expect(body).toContain('onevisit_plan_seconds_count{planner="apollo"} 1');
    expect(body).toContain('onevisit_nodejs_eventloop_lag_seconds');
  });

  it('are for the same machine only', async () => {
    const gateway = await testGateway();
    expect((await metricsOf(gateway, '192.0.2.7')).statusCode).toBe(404);
    await gateway.stop();
  });

  it('bound the names that clients make up', async () => {
    const gateway = await testGateway();
    for (let number = 0; number < 205; number += 1) await ask(gateway, `query Name${number} { asker }`);
    const { body } = await metricsOf(gateway);
    await gateway.stop();
    expect(body).toContain('onevisit_operation_seconds_count{operation="other",code="OK"} 5');
  });
});

describe('the log of slow operations', () => {
  it('tells what it was and what it took, and no variable', async () => {
    const slow: SlowOperation[] = [];
    const gateway = await testGateway({ slowLog: (each) => void slow.push(each), slowerThanMs: 0 });
    await ask(gateway, 'query One($code: ID!) { hall(code: $code) { name } }', { variables: { code: 'A' } });
    await gateway.stop();
    expect(slow).toEqual([
      { operation: 'One', hash: expect.any(String), milliseconds: expect.any(Number), statements: 1, cost: 1 },
    ]);
  });
});
