import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMilestones1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table innovation_projects add column team_ids uuid[] not null default '{}';

      create table milestones (
        id            uuid not null,
        project_id    uuid not null,
        title         text not null,
        weight        integer not null,
        due_on        date not null,
        evidence      text,
        reached_at    timestamptz(3),
        reached_by_id uuid,
        version       integer not null,
        constraint pk_milestones primary key (id),
        constraint fk_milestones_project_id foreign key (project_id) references innovation_projects,
        constraint ck_milestones_weight check (weight between 1 and 100),
        constraint ck_milestones_reached check (num_nulls(evidence, reached_at, reached_by_id) in (0, 3))
      );
      create index ix_milestones_project_id on milestones (project_id, due_on, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table milestones; alter table innovation_projects drop column team_ids');
  }
}
