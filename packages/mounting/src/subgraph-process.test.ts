import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { installationKeys, openClock } from '@onevisit/home';
import { publicViewer } from '@onevisit/kernel';
import { createTestDatabase, type TestDatabase } from '@onevisit/testing';
import {
  createPeer,
  mountSubgraph,
  subscribersOf,
  settleAll,
  settlePeer,
  startSubgraphProcess,
  type Peer,
  type SubgraphProcess,
} from './index.ts';
import { cases, organizations, peopleIn } from './testing/small-services.ts';

const definitions = [organizations, cases({ fails: false, loads: [], seen: [] })];
const subscriptions = { 'person.joined.v1': ['cases'] };
const lines: string[] = [];

let home: string;
let databases: Map<string, TestDatabase>;
let processes: SubgraphProcess[] = [];
let peers: Peer[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'processes-'));
  process.env['ONEVISIT_HOME'] = home;
  databases = new Map();
  for (const { name, database } of definitions) databases.set(name, await createTestDatabase(database));
});
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
  await Promise.all(processes.splice(0).map((one) => one.stop()));
});
afterAll(async () => {
  await Promise.all([...databases.values()].map((database) => database.drop()));
  rmSync(home, { recursive: true });
});

async function started(name: string): Promise<SubgraphProcess> {
  process.env['SMALL_SERVICE'] = name;
  const one = await startSubgraphProcess({
    name,
    databaseUrl: databases.get(name)?.url ?? '',
    isClockMovable: true,
    subscriptions,
    log: (line) => void lines.push(line),
    main: join(__dirname, 'testing', 'main.ts'),
  });
  processes = [...processes, one];
  return one;
}

function peerOf({ name, url }: SubgraphProcess): Peer {
  const peer = createPeer({ name, url, keys: installationKeys(home).subgraph(name) });
  peers = [...peers, peer];
  return peer;
}

/** As the process would that loads the city; the events wait in the database for the one that serves it. */
async function loadOrganizations(): Promise<void> {
  const clock = openClock(home, { isMovable: true });
  const mounted = await mountSubgraph(organizations, {
    home,
    databaseUrl: databases.get('organizations')?.url ?? '',
    clock,
    keys: installationKeys(home),
    deliver: () => Promise.reject(new Error('not here')),
    subscribersOf: subscribersOf(subscriptions),
  });
  await mounted.loadCity({ size: 'S', anchor: '2026-05-09', progress: () => undefined });
  await mounted.close();
  clock.close();
}

async function asked(peer: Peer, query: string): Promise<{ data: Record<string, unknown> }> {
  const answer = await peer.post('/graphql', { query }, { viewer: publicViewer(), budgetMs: 5_000 });
  return JSON.parse(answer) as { data: Record<string, unknown> };
}

const people = (peer: Peer) => asked(peer, '{ people }');

describe('a subgraph in a process of its own', () => {
  it('answers those who sign, hands its events to another process, and ends when it is told', async () => {
    const [first, second] = [await started('organizations'), await started('cases')];
    const urls = { organizations: first.url, cases: second.url };
    await Promise.all([first.start(urls), second.start(urls)]);
    await loadOrganizations();
    await settleAll([settlePeer(peerOf(first)), settlePeer(peerOf(second))]);

    expect(await people(peerOf(second))).toEqual({ data: { people: ['Li', 'Wang'] }, extensions: { sql: 1 } });
    expect(await peopleIn(databases.get('cases') ?? nowhere())).toEqual(['Li', 'Wang']);
    const pid = first.pid();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('that is killed comes back at its port', async () => {
    const one = await started('organizations');
    await one.start({});
    const peer = peerOf(one);
    const before = one.pid();
    process.kill(before, 'SIGKILL');
    while (one.pid() === before || !(await peer.isAlive())) await new Promise((wake) => setTimeout(wake, 20));

    expect(await people(peer)).toMatchObject({ data: { people: expect.any(Array) } });
    expect(lines.at(-1)).toBe('organizations 已退出，重新启动。 organizations has ended and is started again.');
  });

  it('knows a clock that was moved before it is asked to settle', async () => {
    const one = await started('organizations');
    await one.start({});
    const clock = openClock(home, { isMovable: true });
    const moved = clock.advance('P60D');
    clock.close();
    const peer = peerOf(one);
    await settleAll([settlePeer(peer)]);

    const { data } = await asked(peer, '{ now }');
    expect(Date.parse(String(data['now']))).toBeGreaterThanOrEqual(moved.getTime());
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function nowhere(): never {
  throw new Error('no database');
}
