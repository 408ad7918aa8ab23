import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCampaigns1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task_forces (
        id        uuid not null,
        version   integer not null,
        code      text collate "C" not null,
        name      text not null,
        mandate   text not null,
        lead_id   uuid,
        sections  jsonb not null,
        starts_on date not null,
        ends_on   date,
        state     text not null,
        constraint pk_task_forces primary key (id),
        constraint uq_task_forces_code unique (code),
        constraint ck_task_forces_state check (state in ('FORMING', 'ACTIVE', 'CLOSING', 'CLOSED')),
        constraint ck_task_forces_ends_on check (ends_on >= starts_on)
      );
      create index ix_task_forces_lead_id on task_forces (lead_id);

      create table campaigns (
        id            uuid not null,
        version       integer not null,
        code          text collate "C" not null,
        official_name text not null,
        working_name  text not null,
        purpose       text not null,
        public_pledge text not null,
        starts_on     date not null,
        ends_on       date,
        state         text not null,
        constraint pk_campaigns primary key (id),
        constraint uq_campaigns_code unique (code),
        constraint ck_campaigns_state check (state in ('PLANNED', 'ACTIVE', 'REVIEW', 'CLOSED')),
        constraint ck_campaigns_ends_on check (ends_on >= starts_on)
      );

      create table campaign_task_forces (
        campaign_id   uuid not null,
        task_force_id uuid not null,
        constraint pk_campaign_task_forces primary key (campaign_id, task_force_id),
        constraint fk_campaign_task_forces_campaign_id foreign key (campaign_id) references campaigns,
        constraint fk_campaign_task_forces_task_force_id foreign key (task_force_id) references task_forces
      );
      create index ix_campaign_task_forces_task_force_id on campaign_task_forces (task_force_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaign_task_forces, campaigns, task_forces');
  }
}
