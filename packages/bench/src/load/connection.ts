import { createConnection, type Socket } from 'node:net';
import { answerReader, type Answer } from './answer-reader.ts';

/** A connection that is kept alive, for one request at a time. Connects anew when the server has closed it. */
export type Connection = Readonly<{ ask: (request: Buffer) => Promise<Answer>; close: () => void }>;

const patienceMs = 30_000;

/** To a port of this machine: the load never leaves it. */
export function connectionTo(port: number): Connection {
  let socket: Socket | null = null;

  const ask = (request: Buffer): Promise<Answer> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const used = socket ?? opened(port);
    socket = used;
    const read = answerReader();
    const end = (finish: () => void): void => {
      used.removeAllListeners();
      used.setTimeout(0);
      used.on('error', () => undefined).on('close', () => forget(used));
      finish();
    };
    const fail = (reason: string): void => {
      forget(used);
      used.destroy();
      end(() => reject(new Error(reason)));
    };
    used.removeAllListeners();
    used.setTimeout(patienceMs, () => fail('no answer in 30 s'));
    used.on('error', ({ message }) => fail(message)).on('close', () => fail('the server closed the connection'));
    used.on('data', (chunk: Buffer) => {
      const answer = read(chunk);
      if (!answer) return;
      if (answer.isLast) forget(used);
      end(() => resolve(answer));
    });
    used.write(request);
    return promise;
  };
  const forget = (closed: Socket): void => {
    if (socket === closed) socket = null;
  };
  return { ask, close: () => void socket?.destroy() };
}

const opened = (port: number): Socket => createConnection({ host: '127.0.0.1', port, noDelay: true });
