import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closedLoop, percentile } from './closed-loop.ts';
import { requestBytes } from './request.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving(listener: RequestListener): Promise<number> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => void started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
}

const requestAt = (index: number): Buffer =>
  requestBytes({ path: '/graphql', headers: { 'x-number': String(index) }, query: '{ a }', variables: {} });

describe('a closed loop', () => {
  it('sends each request once, over so many connections', async () => {
    const numbers: number[] = [];
    const sockets = new Set<unknown>();
    const port = await serving((request, response) => {
      numbers.push(Number(request.headers['x-number']));
      sockets.add(request.socket);
      response.end('{"data":{"a":1}}');
    });
    const { latenciesMs } = await closedLoop({ port, requestAt, count: 50, connections: 4 });
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect([sockets.size, latenciesMs.length]).toEqual([4, 50]);
  });

  it('goes on when a server closes after each answer', async () => {
    const port = await serving((_request, response) => {
      response.setHeader('connection', 'close').end('{"data":{"a":1}}');
    });
    const { latenciesMs } = await closedLoop({ port, requestAt, count: 5, connections: 2 });
    expect(latenciesMs.length).toBe(5);
  });

  it.each([
    [200, '{"errors":[{"message":"no"}],"data":{"a":null}}'],
    [503, '{"data":{"a":1}}'],
    [200, '<html>'],
  ])('takes no other answer than data for a good one: %i %s', async (status, body) => {
    const port = await serving((_request, response) => {
      response.statusCode = status;
      response.end(body);
    });
    await expect(closedLoop({ port, requestAt, count: 3, connections: 1 })).rejects.toThrow(`answered ${status}`);
  });
});

describe('percentile', () => {
  it('is the value that so much of all lies at or below', () => {
    const sorted = Float64Array.from([1, 2, 3, 4]);
    expect([percentile(sorted, 0.5), percentile(sorted, 0.99), percentile(sorted, 1)]).toEqual([2, 4, 4]);
  });
});
