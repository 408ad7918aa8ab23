import type { DatabaseDefinition } from '@onevisit/data';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventEngine, inboxTableSql } from '../index.ts';

class CreateSample1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(inboxTableSql);
    await runner.query(`
      create table effects (at serial primary key, event_id uuid not null);
      create table terms (
        id     uuid not null primary key,
        kind   text not null,
        due_at timestamptz(3) not null,
        state  text not null default 'RUNNING'
      );
      create table acts (seq serial primary key, term_id uuid not null, kind text not null, at timestamptz(3) not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** A database for the tests of this package, with what a subscriber and a service with deadlines have. */
export const sampleDefinition: DatabaseDefinition = {
  name: 'onevisit_sample',
  tables: [],
  migrations: [CreateSample1767225600000],
  appendOnly: [],
  engine: eventEngine,
};
