import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createExecutor, type Subgraph, type SubgraphRequest } from '@onevisit/subgraph';
import { hallsSubgraph, windowsSubgraph } from '../testing/test-subgraphs.ts';
import { ask, quiet, testSupergraph } from '../testing/test-gateway.ts';
import { startGraphElsewhere } from './graph-elsewhere.ts';
import { settingsOf } from './settings.ts';
import type { Stack } from './stack.ts';

let folder: string;
let file: string;
let servers: Server[];
let supergraphSdl: string;
let stack: Stack;
const said: unknown[] = [];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
  jest.spyOn(console, 'error').mockImplementation((line) => void said.push(line));
  folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  file = join(folder, 'supergraph.graphql');
  servers = [await plainServer(hallsSubgraph()), await plainServer(windowsSubgraph())];
  const [halls, windows] = servers.map((server) => (server.address() as AddressInfo).port);
  supergraphSdl = testSupergraph()
    .replace('"http://halls"', `"http://127.0.0.1:${halls}/graphql"`)
    .replace('"http://windows"', `"http://127.0.0.1:${windows}/graphql"`);
  writeFileSync(file, supergraphSdl);
  stack = await startGraphElsewhere({ ...settingsOf(['--open', '--supergraph', file, '--port', '0'], {}), file });
});
afterAll(async () => {
  await stack.stop();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
});

/** A subgraph as others serve theirs: it knows nothing of our viewers. */
async function plainServer(subgraph: Subgraph): Promise<Server> {
  const execute = createExecutor(subgraph, quiet);
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      void execute(JSON.parse(body) as SubgraphRequest).then((result) => response.end(JSON.stringify(result)));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

const query = '{ hall(code: "A") { name openWindows } }';
const answer = { hall: { name: '东厅', openWindows: 2 } };

/** Writes the file and waits until it was noticed. */
async function rewritten(text: string): Promise<void> {
  const before = said.length;
  writeFileSync(file, text);
  while (said.length === before) await new Promise((wake) => setTimeout(wake, 20));
}

describe('any supergraph', () => {
  it('is served over plain subgraphs at the addresses that it names', async () => {
    expect((await ask(stack.gateway, query)).body).toMatchObject({ data: answer });
  });

  it('is served anew when its file changes', async () => {
    const further = 'freeWindows: Int @join__field(graph: WINDOWS)\n  openWindows: Int!';
    await rewritten(supergraphSdl.replace('openWindows: Int!', further));
    const { body } = await ask(stack.gateway, '{ hall(code: "A") { name freeWindows } }');

    // The new graph has the field, and the subgraph has not: they are of different days.
    expect(body.data).toEqual({ hall: { name: '东厅', freeWindows: null } });
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['SUBGRAPH_CONTRACT_VIOLATION']);
  });

  it('is closed to who has not logged in, unless it was opened', async () => {
    const closed = await startGraphElsewhere({ ...settingsOf(['--supergraph', file, '--port', '0'], {}), file });
    const { status, body } = await ask(closed.gateway, query);
    await closed.stop();
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is bounded in the size of what is asked, unless it was opened for that as well', async () => {
    const deep = `{ hall(code: "A") ${'{ windows { hall '.repeat(8)} { code } ${'} }'.repeat(8)} }`;
    expect((await ask(stack.gateway, deep)).body.errors?.[0]?.extensions['code']).toBe('TOO_DEEP');
    const given = ['--open', '--no-limits', '--supergraph', file, '--port', '0'];
    const unbounded = await startGraphElsewhere({ ...settingsOf(given, {}), file });
    const { body } = await ask(unbounded.gateway, deep);
    await unbounded.stop();
    expect(body.errors?.[0]?.extensions['code']).not.toBe('TOO_DEEP');
  });

  it('goes on as it was when the new one is bad', async () => {
    await rewritten('type Query { broken');
    expect((await ask(stack.gateway, query)).body).toMatchObject({ data: answer });
    expect(String(said.at(-1))).toContain('is no good, the old graph goes on');
  });
});
