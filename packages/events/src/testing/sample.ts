import { runTransaction, type Database, type Frame, type Publisher } from '@onevisit/data';
import { newId, publicViewer, type DeliveredEvent, type DomainEvent } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import { createConsumer, type EventEngine } from '../index.ts';

export type SampleTx = Readonly<{ sql: (text: string, values?: readonly unknown[]) => Promise<unknown[]> }>;

const nowhere: Publisher = { store: async () => undefined, committed: () => undefined };

/** The frame of a transaction in the sample database. */
export const sampleFrame = (database: Database, publisher = nowhere, now = new Date()): Frame<SampleTx> => ({
  source: 'cases',
  database,
  repositories: (manager: EntityManager) => ({
    sql: async (text, values = []) => manager.query<unknown[]>(text, [...values]),
  }),
  publisher,
  viewer: publicViewer(),
  now,
});

export const anEvent = (overrides: Partial<DomainEvent> = {}): DomainEvent => ({
  type: 'case.replied.v1',
  subjectId: newId(),
  subjectVersion: 1,
  organizationId: null,
  data: {},
  ...overrides,
});

export const aDeliveredEvent = (overrides: Partial<DeliveredEvent> = {}): DeliveredEvent => ({
  ...anEvent(),
  id: newId(),
  source: 'cases',
  time: '2026-03-02T01:00:00.000Z',
  actorOrganizationId: null,
  ...overrides,
});

/** A verb that does nothing but emit. */
export const emitting = async (database: Database, { publisher }: EventEngine, ...events: DomainEvent[]) =>
  runTransaction(sampleFrame(database, publisher), async (tx) => events.forEach((event) => tx.emit(event)));

/** A subscriber whose effect is a row. */
export const sampleConsumer = (database: Database) =>
  createConsumer(() => sampleFrame(database), {
    'case.replied.v1': async (tx, event) =>
      void (await tx.sql('insert into effects (event_id) values ($1)', [event.id])),
  });
