import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSupport1767225600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table support_requests (
        id                   uuid not null,
        kind                 text not null,
        from_organization_id uuid not null,
        to_section_id        uuid not null,
        requester_id         uuid not null,
        filed_at             timestamptz(3) not null,
        due_on               date not null,
        state                text not null,
        answered_by          uuid,
        answered_at          timestamptz(3),
        version              integer not null,
        wrapped_key          text not null,
        text_sealed          text not null,
        response_sealed      text,
        constraint pk_support_requests primary key (id),
        constraint fk_support_requests_requester_id foreign key (requester_id) references staff,
        constraint fk_support_requests_answered_by foreign key (answered_by) references staff,
        constraint ck_support_requests_kind check (kind in ('POLICY', 'COORDINATION', 'STAFF', 'LEGAL', 'TECH')),
        constraint ck_support_requests_state check (
          state in ('FILED', 'ANSWERED') and (state = 'ANSWERED') = (answered_by is not null)
          and (state = 'ANSWERED') = (answered_at is not null) and (state = 'ANSWERED') = (response_sealed is not null))
      );
      create index ix_support_requests_filed_at on support_requests (filed_at desc, id desc);
      create index ix_support_requests_from_organization_id on support_requests (from_organization_id, filed_at desc);
      create index ix_support_requests_to_section_id on support_requests (to_section_id, filed_at desc);

      create table support_rating_years (
        id        uuid not null,
        year      integer not null,
        closes_at timestamptz(3) not null,
        closed_at timestamptz(3),
        version   integer not null,
        constraint pk_support_rating_years primary key (id),
        constraint uq_support_rating_years_year unique (year)
      );

      -- That a county has rated, and what some county has said, lie apart.
      create table support_raters (
        organization_id uuid not null,
        section_id      uuid not null,
        year            integer not null,
        constraint pk_support_raters primary key (organization_id, section_id, year)
      );

      create table support_levels (
        id         uuid not null,
        section_id uuid not null,
        year       integer not null,
        level      integer not null,
        constraint pk_support_levels primary key (id),
        constraint ck_support_levels_level check (level between 1 and 5)
      );

      create table support_ratings (
        section_id uuid not null,
        year       integer not null,
        level      double precision not null,
        counties   integer not null,
        constraint pk_support_ratings primary key (section_id, year),
        constraint ck_support_ratings_counties check (counties >= 7)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table support_ratings, support_levels, support_raters, support_rating_years, support_requests
    `);
  }
}
