import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { publicViewer } from '@onevisit/kernel';
import { createPeer } from '@onevisit/mounting';
import { httpSource } from './http-source.ts';

const viewer = publicViewer('en');
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A source whose other side does with each connection whatever the test wants. */
async function sourceAt(serve: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket.on('error', () => undefined));
    serve(socket);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const logged: unknown[] = [];
  const peer = createPeer({ name: 'halls', url: `http://127.0.0.1:${port}`, keys: null });
  const source = httpSource({ name: 'halls', peer, path: '/graphql' }, (error) => void logged.push(error));
  closing.push(() => {
    void peer.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { source, logged, connections: () => connections, port };
}

const answering = (status: string, type: string, body: string) => (socket: Socket) =>
  socket.once('data', () =>
    socket.end(`HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`),
  );
const json = (body: string) => answering('200 OK', 'application/json', body);

const fetching = (within = 5_000) => ({ viewer, deadline: Date.now() + within });
const query = 'query Q__halls__0 { hall: halls { code } asker }';

const failed = (code: string, message: string) => {
  const extensions = { code, errorId: expect.any(String), isWorded: true };
  return {
    data: null,
    errors: [
      { message, path: ['hall'], extensions },
      { message, path: ['asker'], extensions },
    ],
  };
};
const unavailable = failed('SUBGRAPH_UNAVAILABLE', 'A part of the graph cannot be reached.');
const timeout = failed('SUBGRAPH_TIMEOUT', 'A part of the graph did not answer in time.');
const badResponse = failed('SUBGRAPH_BAD_RESPONSE', 'A part of the graph answered unintelligibly.');

describe('a subgraph that another process serves', () => {
  it.each([
    [
      'closes the connection',
      (socket: Socket) => void socket.once('data', () => socket.resetAndDestroy()),
      unavailable,
    ],
    ['stops in the middle of its answer', halfAnswer, unavailable],
    ['is starting or stopping', answering('503 Service Unavailable', 'text/html', 'later'), unavailable],
    ['answers a page of a proxy', answering('502 Bad Gateway', 'text/html', '<html>10.1.2.3</html>'), badResponse],
    ['takes us for a stranger', answering('401 Unauthorized', 'application/json', '{}'), badResponse],
    [
      'speaks another protocol',
      (socket: Socket) => void socket.once('data', () => socket.end('SSH-2.0\r\n')),
      badResponse,
    ],
    ['answers no JSON', json('<html>'), badResponse],
    ['answers half of its JSON', json('{"data":{"hall":'), badResponse],
    ['answers a list', json('[]'), badResponse],
    ['answers nothing', json('{}'), badResponse],
    ['answers errors without a message', json('{"errors":[{"code":1}]}'), badResponse],
    ['answers data that is none', json('{"data":"x"}'), badResponse],
    ['answers more than 8 MB', json(`{"data":{"hall":"${'x'.repeat(9 * 1024 * 1024)}"}}`), badResponse],
  ])('and %s is an error of each field that was asked for', async (_what, serve, result) => {
    const { source } = await sourceAt(serve);
    expect(await source.fetch({ query }, fetching())).toEqual(result);
  });

  it.each([
    ['never answers', () => undefined],
    ['trickles', trickle],
  ])('and %s is given up when the operation’s time is over', async (_what, serve) => {
    const { source } = await sourceAt(serve);
    expect(await source.fetch({ query }, fetching(200))).toEqual(timeout);
  });

  it('is not asked when no time is left', async () => {
    const { source, connections } = await sourceAt(json('{"data":{}}'));
    expect(await source.fetch({ query }, fetching(0))).toEqual(timeout);
    expect(connections()).toBe(0);
  });

  it('is asked again for a read whose connection broke', async () => {
    let first = true;
    const { source, connections } = await sourceAt((socket) => {
      if (!first) return json('{"data":{"asker":"x"}}')(socket);
      first = false;
      return socket.once('data', () => socket.resetAndDestroy());
    });
    expect(await source.fetch({ query }, fetching())).toEqual({ data: { asker: 'x' } });
    expect(connections()).toBe(2);
  });

  it('is not asked again for a change', async () => {
    const { source, connections } = await sourceAt((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const mutation = 'mutation M__halls__0 { openHall(code: "A") { code } }';
    const { errors } = await source.fetch({ query: mutation }, fetching());
    expect(errors?.map(({ path }) => path)).toEqual([['openHall']]);
    expect(connections()).toBe(1);
  });

  it('that fails for entities is an error of the first of them', async () => {
    const { source } = await sourceAt(json('{}'));
    const variables = { representations: [{ __typename: 'Hall', code: 'A' }] };
    const { errors } = await source.fetch({ query, variables }, fetching());
    expect(errors?.map(({ path }) => path)).toEqual([['_entities', 0]]);
  });

  it('keeps its address and what it said in our log', async () => {
    const { source, logged, port } = await sourceAt(answering('502 Bad Gateway', 'text/html', '<html>10.1.2.3</html>'));
    const said = JSON.stringify(await source.fetch({ query }, fetching()));
    expect(said).not.toContain(String(port));
    expect(said).not.toContain('10.1.2.3');
    expect(logged).toHaveLength(1);
  });

  it.each([
    ['a code of its own', { code: 'DATABASE_ERROR' }, 'INTERNAL_SERVER_ERROR', 'Something went wrong inside.'],
    ['no code', {}, 'INTERNAL_SERVER_ERROR', 'Something went wrong inside.'],
    [
      'a document that it does not understand',
      { code: 'GRAPHQL_VALIDATION_FAILED' },
      'SUBGRAPH_CONTRACT_VIOLATION',
      'A part of the graph broke its contract.',
    ],
  ])('and reports %s is masked', async (_what, extensions, code, message) => {
    const body = JSON.stringify({
      data: { asker: null },
      errors: [{ message: 'select secret', path: ['asker'], extensions }],
    });
    const { source, logged } = await sourceAt(json(body));
    expect(await source.fetch({ query }, fetching())).toEqual({
      data: { asker: null },
      errors: [{ message, path: ['asker'], extensions: { code, errorId: expect.any(String) } }],
    });
    expect(logged).toHaveLength(1);
  });

  it('and reports a code of the closed list is told as it says', async () => {
    const error = { message: 'Log in first.', path: ['asker'], extensions: { code: 'UNAUTHENTICATED', debug: 'x' } };
    const { source } = await sourceAt(json(JSON.stringify({ data: { asker: null }, errors: [error] })));
    expect((await source.fetch({ query }, fetching())).errors).toEqual([
      { ...error, extensions: { code: 'UNAUTHENTICATED', isWorded: true } },
    ]);
  });

  it('is not ready when nobody listens', async () => {
    const { source } = await sourceAt((socket) => socket.destroy());
    expect(await source.isReady()).toBe(false);
  });
});

function halfAnswer(socket: Socket): void {
  socket.once('data', () => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"data"');
    setImmediate(() => socket.resetAndDestroy());
  });
}

function trickle(socket: Socket): void {
  socket.once('data', () => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n');
    const drops = setInterval(() => socket.write(' '), 20);
    socket.once('close', () => clearInterval(drops));
  });
}
