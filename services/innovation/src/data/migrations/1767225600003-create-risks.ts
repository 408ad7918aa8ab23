import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRisks1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table risks (
        id          uuid not null,
        project_id  uuid not null,
        description text not null,
        measure     text not null,
        noted_by_id uuid not null,
        noted_at    timestamptz(3) not null,
        outcome     text,
        closed_at   timestamptz(3),
        version     integer not null,
        constraint pk_risks primary key (id),
        constraint fk_risks_project_id foreign key (project_id) references innovation_projects,
        constraint ck_risks_closed check (num_nulls(outcome, closed_at) in (0, 2))
      );
      create index ix_risks_project_id on risks (project_id, noted_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table risks');
  }
}
