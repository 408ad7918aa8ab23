import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addStatements, countStatements } from '@onevisit/data';
import { newId, type Deliver, type DeliveredEvent } from '@onevisit/kernel';
import { createTestDatabase, type TestDatabase } from '@onevisit/testing';
import { createEventEngine, prepareEngine, SubscriberAwayError, type EventEngine } from './index.ts';
import { sampleDefinition } from './testing/definition.ts';
import { aDeliveredEvent, anEvent, emitting } from './testing/sample.ts';

let database: TestDatabase;
let engines: EventEngine[] = [];
let faults: unknown[] = [];

beforeEach(async () => {
  database = await createTestDatabase(sampleDefinition);
  engines = [];
  faults = [];
});

afterEach(async () => {
  await Promise.all(engines.map(async (engine) => engine.stop()));
  await database.drop();
});

const anEngine = async (deliver: Deliver, subscribers = ['innovation'], backOffSeconds = 0): Promise<EventEngine> => {
  const engine = createEventEngine({
    database,
    source: 'cases',
    subscribersOf: (type) => (type.startsWith('case.') ? subscribers : []),
    deliver,
    log: (error) => void faults.push(error),
    backOffSeconds,
  });
  engines.push(engine);
  await engine.start();
  return engine;
};

const jobs = async () => database.query(`select name, state::text, data->>'subjectId' as subject from events.job`);

const burst = async (engine: EventEngine) => emitting(database, engine, ...Array.from({ length: 50 }, () => anEvent()));

const versions = (events: readonly DeliveredEvent[]) => events.map(({ subjectVersion }) => subjectVersion);

describe('the event engine', () => {
  it('hands a committed event to every subscriber, whole', async () => {
    const taken = new Map<string, DeliveredEvent[]>();
    const take: Deliver = async (to, event) => void taken.set(to, [...(taken.get(to) ?? []), event]);
    const engine = await anEngine(take, ['innovation', 'staff-care']);
    const event = anEvent({ data: { stage: 'PILOT', codes: ['A', 'B'], isLate: false, dueAt: null } });

    await emitting(database, engine, event);
    await engine.settle();

    const [first] = taken.get('innovation') ?? [];
    const delivered = { ...event, id: first?.id, time: first?.time, source: 'cases', actorOrganizationId: null };
    expect(Object.fromEntries(taken)).toEqual({ innovation: [delivered], 'staff-care': [delivered] });
    expect(await jobs()).toEqual([]);
  });

  it('hands over nothing of a verb that was rolled back', async () => {
    const taken: DeliveredEvent[] = [];
    const engine = await anEngine(async (_subscriber, event) => void taken.push(event));
    const failed = database.source.transaction(async (manager) => {
      await engine.publisher.store(
        async (text, values = []) => manager.query<unknown[]>(text, [...values]),
        [aDeliveredEvent()],
      );
      throw new Error('after storing');
    });
    await expect(failed).rejects.toThrow('after storing');

    engine.publisher.committed();
    await engine.settle();
    expect(taken).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  it('stores nothing of an event that nobody wants', async () => {
    const engine = await anEngine(async () => undefined);
    await emitting(database, engine, anEvent({ type: 'project.stageChanged.v1' }));
    expect(await jobs()).toEqual([]);
  });

  it('costs a verb one statement, and counts no delivery as the work of the verb', async () => {
    const engine = await anEngine(async () => addStatements(100));
    await emitting(database, engine, anEvent());
    await engine.settle();

    const { statements } = await countStatements(async () => {
      await emitting(database, engine, anEvent(), anEvent());
      await engine.settle();
    });
    expect(statements).toBe(3); // start, insert, commit
  });

  it('keeps the order of a subject while its first event is refused, and holds up no other subject', async () => {
    const taken: DeliveredEvent[] = [];
    let refusals = 2;
    const engine = await anEngine(
      async (_subscriber, event) => {
        if (event.subjectVersion === 1 && refusals-- > 0) throw new Error('not now');
        taken.push(event);
      },
      ['innovation'],
      1,
    );
    const subjectId = newId();

    await emitting(database, engine, ...[1, 2, 3].map((subjectVersion) => anEvent({ subjectId, subjectVersion })));
    await emitting(database, engine, anEvent({ subjectVersion: 9 }));
    await engine.settle();

    expect(versions(taken)).toEqual([9, 1, 2, 3]);
  });

  it('makes an event that is refused eight times a dead letter with the last reason, and goes on', async () => {
    const taken: DeliveredEvent[] = [];
    let tries = 0;
    const engine = await anEngine(async (_subscriber, event) => {
      if (event.subjectVersion === 1) throw new Error(`no ${(tries += 1)}`);
      taken.push(event);
    });
    const subjectId = newId();
    await emitting(database, engine, anEvent({ subjectId }), anEvent({ subjectId, subjectVersion: 2 }));
    await engine.settle();

    const [letter, ...others] = await engine.deadLetters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ subscriber: 'innovation', reason: 'no 8', tries: 8 });
    expect(letter?.event).toMatchObject({ type: 'case.replied.v1', subjectId, subjectVersion: 1 });
    expect(versions(taken)).toEqual([2]);
    expect(faults).toHaveLength(8);
  });

  it('hands a dead letter over again when it is told to', async () => {
    const taken: DeliveredEvent[] = [];
    let isBroken = true;
    const engine = await anEngine(async (_subscriber, event) => {
      if (isBroken) throw new Error('broken');
      taken.push(event);
    });
    await emitting(database, engine, anEvent({ subjectVersion: 4 }));
    await engine.settle();
    const [letter] = await engine.deadLetters();
    isBroken = false;

    expect(await engine.retry(letter?.id ?? '')).toBe(true);
    await engine.settle();
    expect(taken).toEqual([letter?.event]);
    expect(await engine.deadLetters()).toEqual([]);
    expect([await engine.retry(letter?.id ?? ''), await engine.retry(newId()), await engine.retry('x')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('spends no try while nobody answers at the subscriber, and keeps the order', async () => {
    const taken: DeliveredEvent[] = [];
    let isAway = true;
    const engine = await anEngine(async (_subscriber, event) => {
      if (isAway) {
        isAway = false;
        throw new SubscriberAwayError('connection refused');
      }
      taken.push(event);
    });
    const subjectId = newId();
    await emitting(database, engine, ...[1, 2].map((subjectVersion) => anEvent({ subjectId, subjectVersion })));
    await engine.settle();

    expect(versions(taken)).toEqual([1, 2]);
    expect([faults, await engine.deadLetters()]).toEqual([[], []]);
  });

  it('goes on where its connection was cut', async () => {
    const taken: DeliveredEvent[] = [];
    const engine = await anEngine(async (_subscriber, event) => void taken.push(event));
    await emitting(database, engine, anEvent({ subjectVersion: 1 }));
    await engine.settle();
    await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'events of cases'
      and datname = current_database()`);

    await emitting(database, engine, anEvent({ subjectVersion: 2 }));
    await engine.settle();
    expect(versions(taken)).toEqual([1, 2]);
  });

  it('hands each event over once although two workers run, also when one of them stops', async () => {
    const taken: DeliveredEvent[] = [];
    const take: Deliver = async (_subscriber, event) => void taken.push(event);
    const [first, second] = [await anEngine(take), await anEngine(take)];
    await Promise.all([burst(first), burst(second), burst(first), burst(second)]);
    await second.settle();
    await first.stop();
    await burst(second);
    await second.settle();

    expect(taken).toHaveLength(250);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(250);
  });

  it('lets the delivery under way end when it is stopped, and begins no other', async () => {
    const taken: DeliveredEvent[] = [];
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const engine = await anEngine(async (_subscriber, event) => {
      begun.resolve();
      await end.promise;
      taken.push(event);
    });
    const subjectId = newId();
    await emitting(database, engine, ...[1, 2].map((subjectVersion) => anEvent({ subjectId, subjectVersion })));
    await begun.promise;
    const stopped = engine.stop();
    end.resolve();
    await stopped;

    expect(versions(taken)).toEqual([1]);
    expect(await jobs()).toEqual([{ name: 'innovation', state: 'created', subject: subjectId }]);
  });

  it('is prepared by the owner any number of times, and needs no right to change tables', async () => {
    await Promise.all([prepareEngine(database.urlAsOwner), prepareEngine(database.urlAsOwner)]);
    await expect(database.source.query('create table events.mine (id int)')).rejects.toThrow('permission denied');
    await expect(database.source.query('drop table events.job')).rejects.toThrow('must be owner');
  });
});
