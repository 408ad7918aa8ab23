import { idempotencyTableSql } from '@onevisit/data';
import { inboxTableSql } from '@onevisit/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInnovation1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${idempotencyTableSql}
      ${inboxTableSql}

      create table organizations (
        id       uuid not null,
        valid_to date,
        constraint pk_organizations primary key (id)
      );

      create table staff (
        id        uuid not null,
        is_active boolean not null,
        constraint pk_staff primary key (id)
      );

      create table reference_keys (
        kind text not null,
        key  text collate "C" not null,
        constraint pk_reference_keys primary key (kind, key),
        constraint ck_reference_keys_kind check (kind in ('CAMPAIGN', 'ISSUE_TYPE'))
      );

      create table innovation_projects (
        id                  uuid not null,
        code                text collate "C" not null,
        title               text not null,
        kind                text not null,
        problem_code        text collate "C" not null,
        hypothesis          text not null,
        organization_id     uuid not null,
        lead_id             uuid not null,
        campaign_id         uuid,
        stage               text not null,
        metrics             jsonb not null,
        pilot_unit_ids      uuid[] not null,
        comparison_unit_ids uuid[] not null,
        proposed_at         timestamptz(3) not null,
        version             integer not null,
        constraint pk_innovation_projects primary key (id),
        constraint uq_innovation_projects_code unique (code),
        constraint ck_innovation_projects_kind check (kind in ('FLAGSHIP', 'BRAND', 'HIGHLIGHT', 'GRASSROOTS')),
        constraint ck_innovation_projects_stage check (stage in (
          'IDEA', 'PROPOSED', 'APPROVED', 'PILOT', 'EVALUATED', 'STANDARDIZED', 'REPLICATING', 'SHOWCASED', 'SUSTAINED',
          'STOPPED')),
        constraint ck_innovation_projects_units check (not pilot_unit_ids && comparison_unit_ids)
      );
      create index ix_innovation_projects_proposed_at on innovation_projects (proposed_at desc, id desc);
      create index ix_innovation_projects_organization_id on innovation_projects
        (organization_id, proposed_at desc, id desc);
      create index ix_innovation_projects_campaign_id on innovation_projects (campaign_id, proposed_at desc, id desc)
        where campaign_id is not null;

      create sequence project_number;

      create table project_timeline (
        id         uuid not null,
        project_id uuid not null,
        stage      text not null,
        reason     text,
        staff_id   uuid not null,
        at         timestamptz(3) not null,
        constraint pk_project_timeline primary key (id),
        constraint fk_project_timeline_project_id foreign key (project_id) references innovation_projects
      );
      create index ix_project_timeline_project_id on project_timeline (project_id, at);

      create table practices (
        id              uuid not null,
        code            text collate "C" not null,
        title           text not null,
        organization_id uuid not null,
        problem         text not null,
        steps           text[] not null,
        applies_to      text[] not null,
        prerequisites   text[] not null,
        constraint pk_practices primary key (id),
        constraint uq_practices_code unique (code)
      );
      create index ix_practices_applies_to on practices using gin (applies_to);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table practices, project_timeline, innovation_projects, reference_keys, staff, organizations,
        inbox_subjects, inbox, idempotency_keys;
      drop sequence project_number;
    `);
  }
}
