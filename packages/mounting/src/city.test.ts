import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, testClock, testKeys, type TestClock, type TestDatabase } from '@onevisit/testing';
import {
  createPostOffice,
  isCityLoaded,
  loadCity,
  mountSubgraph,
  settleHere,
  subscribersOf,
  subscriptionsOf,
  type MountedSubgraph,
  type Settle,
} from './index.ts';
import { cases, organizations, peopleIn, type Fate } from './testing/small-services.ts';

let home: string;
let clock: TestClock;
let fate: Fate;
let databases: TestDatabase[];
let mounted: MountedSubgraph[];
let settle: Settle;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'city-'));
  clock = testClock('2026-05-09T02:00:00Z');
  fate = { fails: false, loads: [], seen: [] };
  // Cases stands first here, so that the order of loading is not that of the list.
  const definitions = [cases(fate), organizations];
  databases = await Promise.all(definitions.map(({ database }) => createTestDatabase(database)));
  const here = new Map<string, MountedSubgraph['subgraph']>();
  const { deliver, handedOver } = createPostOffice({ here, elsewhere: new Map() });
  mounted = await Promise.all(
    definitions.map((definition, at) =>
      mountSubgraph(definition, {
        home,
        databaseUrl: databases[at]?.url ?? '',
        clock,
        keys: testKeys(),
        deliver,
        subscribersOf: subscribersOf(subscriptionsOf(definitions)),
      }),
    ),
  );
  for (const { subgraph } of mounted) here.set(subgraph.name, subgraph);
  await Promise.all(mounted.map(({ subgraph }) => subgraph.start()));
  settle = settleHere(mounted, handedOver);
});

afterEach(async () => {
  await Promise.all(mounted.map((one) => one.close()));
  await Promise.all(databases.map((database) => database.drop()));
  rmSync(home, { recursive: true });
});

const told: unknown[][] = [];
const load = (isWhole = true) =>
  loadCity(mounted, settle, {
    home,
    clock,
    size: 'S',
    isWhole,
    progress: (...given) => void told.push(given),
  });

const people = () => Promise.all(databases.map((database) => peopleIn(database)));
const isLoaded = (isForeign = false) => isCityLoaded({ home, postgres: { isForeign } });

describe('loadCity', () => {
  it('fills those whose facts others copy first, and the rest when the copies are there', async () => {
    await load();
    expect(fate.seen).toEqual([['Li', 'Wang']]);
    expect(await people()).toEqual([
      ['Li', 'Wang'],
      ['Li', 'Wang'],
    ]);
  });

  it('takes the day of the first load in Shanghai for the city’s last, and tells how far it is', async () => {
    await load();
    expect(fate.loads).toMatchObject([{ size: 'S', anchor: '2026-05-09' }]);
    expect(told.at(-1)).toEqual(['cases', 1, 1]);
  });

  it('completes at the next start what was broken off, and the city is of the same day', async () => {
    fate.fails = true;
    await expect(load()).rejects.toThrow('killed');
    const afterwards = isLoaded();
    fate.fails = false;
    clock.advance('P30D');
    await load();

    expect(afterwards).toBe(false);
    expect(fate.loads.map(({ anchor }) => anchor)).toEqual(['2026-05-09', '2026-05-09']);
    expect(await people()).toEqual([
      ['Li', 'Wang'],
      ['Li', 'Wang'],
    ]);
    expect(isLoaded()).toBe(true);
  });

  it('is not over while a subgraph is elsewhere', async () => {
    await load(false);
    expect(isLoaded()).toBe(false);
  });

  it('is asked for again where the databases are not our own', async () => {
    await load();
    expect([isLoaded(false), isLoaded(true)]).toEqual([true, false]);
  });
});

describe('mountSubgraph', () => {
  it('is ready as long as its database answers', async () => {
    const [one] = mounted;
    const before = await one?.isReady();
    await one?.close();
    expect([before, await one?.isReady()]).toEqual([true, false]);
    mounted.shift();
  });
});
