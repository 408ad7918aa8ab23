import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kitOf } from '../kit/kit.ts';
import { removeFolder } from '../kit/folder.ts';
import { runOf, startStack, type StartedStack } from '../kit/stack.ts';

/** The gateway's usual port, PostgreSQL's, and the one that ours would take. */
const usual = [4_000, 5_432, 54_329];
const servers: Server[] = [];
let stack: StartedStack;

/** Whether we take it or somebody else has: it is taken. */
const taken = (port: number): Promise<void> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve());
    servers.push(server);
    server.listen(port, '127.0.0.1', () => resolve());
  });

beforeAll(async () => {
  await Promise.all(usual.map(taken));
  stack = await startStack({ mounting: 'all-in-one', citySize: 'NONE', environment: { PORT: '' } });
});
afterAll(async () => {
  await stack.stop();
  for (const server of servers) server.close();
  removeFolder(stack.folder);
});

describe('npm start where the usual ports are taken', () => {
  it('finds others, says which, and answers there', async () => {
    const { port, url } = runOf(stack);
    expect([usual.includes(port), url]).toEqual([false, `http://localhost:${port}`]);
    expect(await kitOf(stack).as('clerk').sees('{ organization(code: "990102-LETT") { level } }')).toEqual({
      organization: { level: 'COUNTY' },
    });
  });
});
