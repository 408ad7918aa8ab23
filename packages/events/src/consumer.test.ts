import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Publisher } from '@onevisit/data';
import { newId, type DeliveredEvent } from '@onevisit/kernel';
import { createTestDatabase, emptyTables, type TestDatabase } from '@onevisit/testing';
import { createConsumer, UnknownEventError } from './index.ts';
import { sampleDefinition } from './testing/definition.ts';
import { aDeliveredEvent, anEvent, sampleConsumer, sampleFrame } from './testing/sample.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(sampleDefinition);
});
beforeEach(async () => emptyTables(database));
afterAll(async () => database.drop());

const effects = async () =>
  (await database.query<{ event_id: string }>('select event_id from effects order by at')).map((row) => row.event_id);
const inbox = async () =>
  database.query('select event_id as id, is_outdated as "isOutdated" from inbox order by received_at, is_outdated');

describe('createConsumer', () => {
  it('gives an event that comes three times at once one effect', async () => {
    const consume = sampleConsumer(database);
    const event = aDeliveredEvent();
    await Promise.all([consume(event), consume(event), consume(event)]);
    await consume(event);
    expect([await effects(), await inbox()]).toEqual([[event.id], [{ id: event.id, isOutdated: false }]]);
  });

  it('notes an event that is older than the last one of its subject, and leaves it without effect', async () => {
    const consume = sampleConsumer(database);
    const newer = aDeliveredEvent({ subjectVersion: 5 });
    const older = aDeliveredEvent({ subjectId: newer.subjectId, subjectVersion: 4 });
    await consume(newer);
    await consume(older);
    await consume(older);
    expect(await effects()).toEqual([newer.id]);
    expect(await inbox()).toEqual([
      { id: newer.id, isOutdated: false },
      { id: older.id, isOutdated: true },
    ]);
  });

  it('takes every event of one act, though they tell of the same version', async () => {
    const consume = sampleConsumer(database);
    const first = aDeliveredEvent({ subjectVersion: 5 });
    const second = aDeliveredEvent({ subjectId: first.subjectId, subjectVersion: 5 });
    await consume(first);
    await consume(second);
    expect(await effects()).toEqual([first.id, second.id]);
  });

  it('counts the versions of other kinds of entities apart', async () => {
    const taken: DeliveredEvent[] = [];
    const note = async (_tx: object, event: DeliveredEvent) => void taken.push(event);
    const consume = createConsumer(() => sampleFrame(database), { 'case.replied.v1': note, 'staff.moved.v1': note });
    const ofCase = aDeliveredEvent({ subjectVersion: 5 });
    const ofStaff = aDeliveredEvent({ type: 'staff.moved.v1', subjectId: ofCase.subjectId, subjectVersion: 1 });
    await consume(ofCase);
    await consume(ofStaff);
    expect(taken).toEqual([ofCase, ofStaff]);
  });

  it('leaves nothing of an event whose handling failed, and takes it the next time', async () => {
    let isBroken = true;
    const consume = createConsumer(() => sampleFrame(database), {
      'case.replied.v1': async (tx, { id }) => {
        await tx.sql('insert into effects (event_id) values ($1)', [id]);
        if (isBroken) throw new Error('broken');
      },
    });
    const event = aDeliveredEvent();
    await expect(consume(event)).rejects.toThrow('broken');
    expect([await effects(), await inbox(), await database.query('select * from inbox_subjects')]).toEqual([
      [],
      [],
      [],
    ]);

    isBroken = false;
    await consume(event);
    expect(await effects()).toEqual([event.id]);
  });

  it('refuses a type that it has no handler for, so that the mistake is seen', async () => {
    const consume = sampleConsumer(database);
    await expect(consume(aDeliveredEvent({ type: 'case.closed.v1' }))).rejects.toThrow(UnknownEventError);
    await expect(consume(aDeliveredEvent({ type: 'constructor' }))).rejects.toThrow(UnknownEventError);
    expect(await inbox()).toEqual([]);
  });

  it('stores what a handler emits with the effect, once', async () => {
    const stored: DeliveredEvent[] = [];
    const publisher: Publisher = {
      store: async (_execute, events) => void stored.push(...events),
      committed: () => undefined,
    };
    const follows = anEvent({ type: 'project.stageChanged.v1', subjectId: newId() });
    const consume = createConsumer(() => sampleFrame(database, publisher), {
      'case.replied.v1': async (tx) => tx.emit(follows),
    });
    const event = aDeliveredEvent();
    await consume(event);
    await consume(event);
    expect(stored).toEqual([expect.objectContaining(follows)]);
  });
});
