import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@onevisit/kernel';
import { parse } from 'graphql';
import {
  buildSchema,
  fixedViewersOf,
  fixedViewersVariable,
  subgraphServer,
  viewerHeader,
  type Subgraph,
} from './index.ts';

const clerk: Viewer = { ...publicViewer(), id: 'clerk-1', roles: ['CLERK'] };
const token = 'x'.repeat(43);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixed-viewers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(viewers: Readonly<Record<string, Viewer>>): string {
  const file = join(folder, 'viewers.json');
  writeFileSync(file, JSON.stringify(viewers));
  return file;
}

const subgraph: Subgraph = {
  name: 'windows',
  schema: buildSchema(parse('type Query { asker: String! }'), {
    Query: { asker: (_parent: unknown, _given: unknown, { viewer }: { viewer: Viewer }) => viewer.id },
  }),
  operation: (viewer) => ({ viewer }),
  consume: async () => undefined,
  start: async () => undefined,
  settle: async () => undefined,
  stop: async () => undefined,
};

async function answer(environment: Readonly<Record<string, string>>, url: string, given: string) {
  const key = Buffer.alloc(32, 1);
  const keys = { current: { id: 'a', key }, all: new Map([['a', key]]) };
  const server = subgraphServer(subgraph, keys, { fixedViewers: fixedViewersOf(environment) });
  const { statusCode, body } = await server.inject({
    method: 'POST',
    url,
    body: JSON.stringify({ query: '{ asker }' }),
    headers: { 'content-type': 'application/json', [viewerHeader]: given },
  });
  return { statusCode, body: JSON.parse(body) as unknown };
}

const refused = { statusCode: 401, body: { code: 'UNAUTHENTICATED' } };

describe('a fixed token', () => {
  it('is refused unless whoever starts the process names a file of them', async () => {
    expect(await answer({}, '/graphql', token)).toEqual(refused);
    expect(await answer({ [fixedViewersVariable]: '' }, '/graphql', token)).toEqual(refused);
  });

  it('asks in the name of its viewer where one does', async () => {
    const environment = { [fixedViewersVariable]: fileOf({ [token]: clerk }) };
    expect(await answer(environment, '/graphql', token)).toEqual({
      statusCode: 200,
      body: { data: { asker: 'clerk-1' }, extensions: { sql: 0 } },
    });
  });

  it('hands over no events, moves no clock, and opens nothing for any other token', async () => {
    const environment = { [fixedViewersVariable]: fileOf({ [token]: clerk }) };
    expect(await answer(environment, '/events', token)).toEqual(refused);
    expect(await answer(environment, '/settle', token)).toEqual(refused);
    expect(await answer(environment, '/graphql', 'y'.repeat(43))).toEqual(refused);
    expect(await answer(environment, '/graphql', 'constructor')).toEqual(refused);
  });

  it('that could be guessed is not taken at all', () => {
    const environment = { [fixedViewersVariable]: fileOf({ secret: clerk }) };
    expect(() => fixedViewersOf(environment)).toThrow('a token of 32 random bytes, no shorter');
  });

  it('stands for a viewer that nobody can change', () => {
    const viewer = fixedViewersOf({ [fixedViewersVariable]: fileOf({ [token]: clerk }) })?.get(token);
    expect([Object.isFrozen(viewer), Object.isFrozen(viewer?.roles)]).toEqual([true, true]);
  });
});
