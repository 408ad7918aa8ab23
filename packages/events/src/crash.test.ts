import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@onevisit/testing';
import { createEventEngine, type EventEngine } from './index.ts';
import { sampleDefinition } from './testing/definition.ts';
import { anEvent, emitting, sampleConsumer } from './testing/sample.ts';

let database: TestDatabase;
let worker: ChildProcess;
let engine: EventEngine;

beforeEach(async () => {
  database = await createTestDatabase(sampleDefinition);
  engine = createEventEngine({
    database,
    source: 'cases',
    subscribersOf: () => ['innovation'],
    deliver: async (_subscriber, event) => sampleConsumer(database)(event),
  });
});

afterEach(async () => {
  worker.kill('SIGKILL');
  await engine.stop();
  await database.drop();
});

/** Another process that hands events over; resolves as soon as it says so. */
async function workerSaying(line: string, moment: string): Promise<void> {
  worker = spawn(process.execPath, [require.resolve('./testing/worker-process.ts'), database.url, moment], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!worker.stdout) throw new Error('no output');
  for await (const said of createInterface(worker.stdout)) if (said === line) return;
  throw new Error(`the worker ended without «${line}»`);
}

describe('a worker that is killed in mid-delivery', () => {
  it.each(['BEFORE', 'AFTER'])('loses no event and doubles none, killed %s the commit of an effect', async (moment) => {
    const events = Array.from({ length: 40 }, (_, index) => anEvent({ subjectVersion: index === 20 ? 7 : 1 }));
    await emitting(database, engine, ...events);
    await workerSaying('caught', moment);

    await engine.start(); // it stands by: the other process holds the lock
    worker.kill('SIGKILL');
    await emitting(database, engine, anEvent());
    await engine.settle();

    const effects = await database.query(
      'select count(*)::int as all, count(distinct event_id)::int as distinct from effects',
    );
    expect(effects).toEqual([{ all: 41, distinct: 41 }]);
    expect(await engine.deadLetters()).toEqual([]);
    expect(await database.query('select name from events.job')).toEqual([]);
  });
});
