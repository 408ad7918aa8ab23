import { idempotencyTableSql } from '@onevisit/data';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOrganizations1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${idempotencyTableSql}

      create table areas (
        code        text collate "C" not null,
        name        text not null,
        level       text not null,
        parent_code text collate "C",
        path        text[] not null,
        population  integer,
        constraint pk_areas primary key (code),
        constraint fk_areas_parent_code foreign key (parent_code) references areas deferrable initially deferred,
        constraint ck_areas_level check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
        constraint ck_areas_path check (path[cardinality(path)] = code)
      );
      create index ix_areas_level_code on areas (level, code);
      create index ix_areas_parent_code on areas (parent_code, code);

      create table organizations (
        id           uuid not null,
        version      integer not null,
        code         text collate "C" not null,
        name         text not null,
        short_name   text not null,
        kind         text not null,
        level        text not null,
        area_code    text collate "C" not null,
        superior_id  uuid,
        successor_id uuid,
        is_vertical  boolean not null,
        functions    text[] not null,
        peer_group   text,
        valid_from   date not null,
        valid_to     date,
        constraint pk_organizations primary key (id),
        constraint uq_organizations_code unique (code),
        constraint fk_organizations_area_code foreign key (area_code) references areas,
        constraint fk_organizations_superior_id foreign key (superior_id) references organizations
          deferrable initially deferred,
        constraint fk_organizations_successor_id foreign key (successor_id) references organizations
          deferrable initially deferred,
        constraint ck_organizations_kind check (kind in (
          'PETITION_BUREAU', 'PETITION_SECTION', 'PETITION_OFFICE', 'GOVERNMENT', 'DEPARTMENT', 'DISCIPLINE',
          'POLITICAL_LEGAL', 'JOINT_CONFERENCE_OFFICE', 'PARTY_ORGAN', 'MEDIATION', 'VILLAGE_COMMITTEE', 'STATE_OWNED',
          'MASS_ORGANIZATION')),
        constraint ck_organizations_level check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
        constraint ck_organizations_peer_group check (peer_group in (
          'COUNTY', 'CITY_DEPARTMENT', 'TOWNSHIP_LARGE', 'TOWNSHIP_SMALL', 'CITY_BUREAU')),
        constraint ck_organizations_valid_to check (valid_to >= valid_from)
      );
      create index ix_organizations_area_code on organizations (area_code);
      create index ix_organizations_superior_id_code on organizations (superior_id, code);
      create index ix_organizations_successor_id on organizations (successor_id);

      create table organization_areas (
        area_code         text collate "C" not null,
        organization_code text collate "C" not null,
        organization_id   uuid not null,
        kind              text not null,
        constraint pk_organization_areas primary key (area_code, organization_code),
        constraint fk_organization_areas_area_code foreign key (area_code) references areas,
        constraint fk_organization_areas_organization_id foreign key (organization_id) references organizations
      );
      create index ix_organization_areas_area_code_kind on organization_areas (area_code, kind, organization_code);
      create index ix_organization_areas_organization_id on organization_areas (organization_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organization_areas, organizations, areas, idempotency_keys');
  }
}
