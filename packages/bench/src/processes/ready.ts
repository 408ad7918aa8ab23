import { setTimeout as pause } from 'node:timers/promises';
import { connectionTo } from '../load/connection.ts';
import type { ServerProcess } from './server-process.ts';

/** Waits until the server's `/readyz` says so. */
export const readyAt = (port: number, server: ServerProcess, patienceMs: number): Promise<void> =>
  untilAnswered(server, patienceMs, async () => {
    const request = Buffer.from('GET /readyz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    const { status } = await askOnce(port, request);
    return status === 200;
  });

/** Tries until it is good or the server has ended. */
export async function untilAnswered(
  server: ServerProcess,
  patienceMs: number,
  isAnswered: () => Promise<boolean>,
): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    if (await isAnswered().catch(() => false)) return;
    if (server.hasEnded()) throw new Error(`a server ended at its start:\n${server.said()}`);
    if (Date.now() > until) throw new Error(`a server did not answer:\n${server.said()}`);
    await pause(10);
  }
}

export async function askOnce(port: number, request: Buffer) {
  const connection = connectionTo(port);
  try {
    return await connection.ask(request);
  } finally {
    connection.close();
  }
}
