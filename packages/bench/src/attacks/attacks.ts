import { setTimeout as pause } from 'node:timers/promises';
import { listCallers } from '../callers/callers.ts';
import { signedTokens } from '../callers/tokens.ts';
import { startCluster } from '../installation/cluster.ts';
import { equalInstallations } from '../installation/installations.ts';
import { percentile } from '../load/closed-loop.ts';
import { connectionTo, type Connection } from '../load/connection.ts';
import { requestBytes } from '../load/request.ts';
import { scratchFolder } from '../measure/scratch-folder.ts';
import { documents } from '../operations/documents.ts';
import { undone } from '../undo.ts';
import { startAllInOne } from '../variants/own-stack.ts';
import type { Variant } from '../variants/variant.ts';
import { attacks, type Attack } from './attack-documents.ts';

/** `npm run bench -- attacks`: how long it takes to refuse each document that means harm, and what it says. */
export const measureAttacks = (): Promise<void> =>
  undone(async (undo) => {
    const folder = scratchFolder(undo);
    const { whole } = await equalInstallations(folder, 'NONE', ['whole']);
    const cluster = await startCluster(whole ?? folder);
    undo.push(cluster.stop);
    const tokens = signedTokens(cluster.home);
    await tokens.renew();
    const graph = await startAllInOne(cluster, tokens);
    undo.push(graph.stop);

    const connection = connectionTo(graph.port);
    for (let at = 0; at < warmUps; at += 1) await connection.ask(requestOf(graph, documents.list));
    console.log('row  median ms  most ms  health most ms  bytes  status  code  what');
    for (const attack of attacks) console.log(line(attack, await refusals(graph, connection, attack)));
    connection.close();
  });

const warmUps = 100;
const tries = 20;

type Refusals = Readonly<{
  timesMs: Float64Array;
  /** The longest that anybody else waited meanwhile. */
  healthMs: number;
  bytes: number;
  status: number;
  code: string;
}>;

function requestOf({ path, headersOf }: Variant, query: string): Buffer {
  const [caller] = listCallers;
  return requestBytes({ path, headers: caller ? headersOf(caller, 0) : {}, query, variables: {} });
}

async function refusals(graph: Variant, connection: Connection, { query }: Attack): Promise<Refusals> {
  const request = requestOf(graph, query);
  const times = new Float64Array(tries);
  const ended = new AbortController();
  const health = longestWait(graph.port, ended.signal);
  let last = await connection.ask(request);
  for (let at = 0; at < tries; at += 1) {
    const sentAt = performance.now();
    last = await connection.ask(request);
    times[at] = performance.now() - sentAt;
  }
  ended.abort();
  const { status, body } = last;
  return { timesMs: times.toSorted(), healthMs: await health, bytes: body.length, status, code: codesIn(body) };
}

const lively = Buffer.from('GET /livez HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');

async function longestWait(port: number, signal: AbortSignal): Promise<number> {
  const connection = connectionTo(port);
  let longest = 0;
  while (!signal.aborted) {
    const sentAt = performance.now();
    await connection.ask(lively);
    longest = Math.max(longest, performance.now() - sentAt);
    await pause(2);
  }
  connection.close();
  return longest;
}

const codesIn = (body: Buffer): string =>
  [...new Set([...body.toString().matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code))].join();

const line = ({ row, what }: Attack, { timesMs, healthMs, bytes, status, code }: Refusals): string =>
  [
    String(row).padStart(3),
    percentile(timesMs, 0.5).toFixed(1).padStart(10),
    percentile(timesMs, 1).toFixed(1).padStart(8),
    healthMs.toFixed(1).padStart(15),
    String(bytes).padStart(6),
    String(status).padStart(7),
    `${code}  ${what}`,
  ].join(' ');
