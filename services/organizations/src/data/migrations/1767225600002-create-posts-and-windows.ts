import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePostsAndWindows1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table leadership_posts (
        id              uuid not null,
        version         integer not null,
        organization_id uuid not null,
        title           text not null,
        holder_id       uuid,
        is_head         boolean not null,
        portfolio       text not null,
        constraint pk_leadership_posts primary key (id),
        constraint fk_leadership_posts_organization_id foreign key (organization_id) references organizations
      );
      create index ix_leadership_posts_organization_id on leadership_posts (organization_id);
      create unique index uq_leadership_posts_head on leadership_posts (organization_id) where is_head;

      create table service_windows (
        id              uuid not null,
        version         integer not null,
        code            text collate "C" not null,
        organization_id uuid not null,
        name            text not null,
        address         text not null,
        hours           text not null,
        channels        text[] not null,
        accessibility   text[] not null,
        queue_enabled   boolean not null,
        constraint pk_service_windows primary key (id),
        constraint uq_service_windows_code unique (code),
        constraint fk_service_windows_organization_id foreign key (organization_id) references organizations,
        constraint ck_service_windows_channels check (
          channels <@ array['VISIT', 'LETTER', 'PHONE', 'VIDEO', 'ONLINE']),
        constraint ck_service_windows_accessibility check (
          accessibility <@ array['STEP_FREE', 'SIGN_LANGUAGE', 'LARGE_PRINT', 'GUIDE'])
      );
      create index ix_service_windows_organization_id on service_windows (organization_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service_windows, leadership_posts');
  }
}
