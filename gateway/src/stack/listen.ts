import { UsageError } from '../commands/usage-error.ts';
import type { Gateway } from '../gateway.ts';

const firstPort = 4_000;
const lastPort = 4_099;

/** Listens at the port that was asked for, or at the first free one. */
export async function listenAt(
  { listen }: Pick<Gateway, 'listen'>,
  port: number | null,
  host: string,
): Promise<number> {
  if (port === null) return listenAtFree(listen, host, firstPort);
  try {
    return await listen(port, host);
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new UsageError(
      `端口 ${port} 已被占用。请换一个 PORT，或不设置 PORT 由系统自动选择。`,
      `Port ${port} is taken. Set another PORT, or none, and a free one is found.`,
    );
  }
}

async function listenAtFree(listen: Gateway['listen'], host: string, port: number): Promise<number> {
  try {
    return await listen(port, host);
  } catch (error) {
    if (!isTaken(error) || port === lastPort) throw error;
    return listenAtFree(listen, host, port + 1);
  }
}

const isTaken = (error: unknown): boolean => Error.isError(error) && 'code' in error && error.code === 'EADDRINUSE';
