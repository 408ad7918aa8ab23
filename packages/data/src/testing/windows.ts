import { publicViewer, type DeliveredEvent, type Viewer } from '@onevisit/kernel';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { idempotencyTableSql } from '../idempotency.ts';
import { insertRow, lockedRow, updateRow } from '../repository.ts';
import { defineTable } from '../table.ts';
import type { Database, DatabaseDefinition } from '../database.ts';
import type { Frame } from '../transaction.ts';

/** A counter in a petition hall: what this package's tests keep in a database. */
export type Window = Readonly<{ id: string; version: number; name: string; openedAt: Date; tags: readonly string[] }>;

export const windowTable = defineTable<Window>('windows', {
  id: 'uuid',
  version: 'integer',
  name: 'text',
  openedAt: 'instant',
  tags: 'texts',
});

class CreateWindows1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table windows (
        id        uuid not null,
        version   integer not null,
        name      text not null,
        opened_at timestamptz(3) not null,
        tags      text[] not null,
        constraint pk_windows primary key (id),
        constraint uq_windows_name unique (name)
      );
      create index ix_windows_opened_at on windows (opened_at desc, id desc);
      create table stamps (window_id uuid not null, event text not null);
      ${idempotencyTableSql}`);
  }

  async down(): Promise<void> {
    // Forward only.
  }
}

export const definition: DatabaseDefinition = {
  name: 'onevisit_windows',
  tables: [windowTable],
  migrations: [CreateWindows1767225600000],
  appendOnly: ['stamps'],
};

export const openedAt = new Date('2026-05-09T00:00:00Z');

export const aWindow = (overrides: Partial<Window> = {}): Window => ({
  id: '01890000-0000-7000-8000-000000000001',
  version: 1,
  name: '一号窗口',
  openedAt,
  tags: [],
  ...overrides,
});

export const windowRepository = (manager: EntityManager) => ({
  insert: (window: Window) => insertRow(manager, windowTable, window),
  locked: (id: string) => lockedRow(manager, windowTable, id),
  update: (before: Window, after: Window) => updateRow(manager, windowTable, before, after),
});

export type Repositories = Readonly<{ windows: ReturnType<typeof windowRepository> }>;

/** Events go to the `stamps` table, in the transaction that they came from. */
export function aFrame(database: Database, overrides: Partial<Frame<Repositories>> = {}) {
  const told = { commits: 0 };
  const frame: Frame<Repositories> = {
    source: 'windows',
    database,
    repositories: (manager) => ({ windows: windowRepository(manager) }),
    publisher: {
      store: async (execute, events: readonly DeliveredEvent[]) => {
        for (const { subjectId, type } of events)
          await execute('insert into stamps (window_id, event) values ($1, $2)', [subjectId, type]);
      },
      committed: () => void (told.commits += 1),
    },
    viewer: clerk,
    now: openedAt,
    ...overrides,
  };
  return { frame, told };
}

export const clerk: Viewer = { ...publicViewer(), id: 'clerk-1', roles: ['CLERK'] };
