import { createServer } from 'node:net';

/** Where a server of ours listens unless something else does. */
export const usualPort = 54_329;

/** The first of the ports that is free; any free one where none is. */
export async function freePort(wanted: readonly number[]): Promise<number> {
  for (const port of wanted) if (port > 0 && (await boundPort(port)) !== null) return port;
  const port = await boundPort(0);
  if (port === null) throw new Error('127.0.0.1 没有空闲端口。 No port is free on 127.0.0.1.');
  return port;
}

/** Binds and lets go again. */
const boundPort = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
