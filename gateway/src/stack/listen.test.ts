import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { listenAt } from './listen.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const listen = (port: number, host = '127.0.0.1'): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    servers.push(server);
    server.listen({ port, host }, () => resolve((server.address() as AddressInfo).port));
  });

/** As a machine on which these ports are taken. */
const without = (taken: readonly number[]) => async (port: number) => {
  if (taken.includes(port)) throw Object.assign(new Error('taken'), { code: 'EADDRINUSE' });
  return port;
};

describe('a port that nobody asked for', () => {
  it('is the first free one from 4000 on', async () => {
    expect(await listenAt({ listen: without([4_000, 4_001]) }, null, '127.0.0.1')).toBe(4_002);
  });
});

describe('a port that was asked for', () => {
  it('is that one', async () => {
    expect(await listenAt({ listen: without([]) }, 4_567, '127.0.0.1')).toBe(4_567);
  });

  it('is told to be taken, in both languages, and no other is tried', async () => {
    const port = await listen(0);
    const taken = listenAt({ listen }, port, '127.0.0.1');
    await expect(taken).rejects.toThrow(
      `端口 ${port} 已被占用。请换一个 PORT，或不设置 PORT 由系统自动选择。\nPort ${port} is taken.`,
    );
  });

  it('is not said to be taken when something else is wrong', async () => {
    const denied = async () => Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }));
    await expect(listenAt({ listen: denied }, 80, '127.0.0.1')).rejects.toThrow('denied');
  });
});
