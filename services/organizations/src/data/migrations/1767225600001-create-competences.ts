import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCompetences1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table competences (
        id              uuid not null,
        version         integer not null,
        organization_id uuid not null,
        issue_type_code text collate "C" not null,
        area_code       text collate "C" not null,
        legal_basis     text not null,
        priority        integer not null,
        valid_from      date not null,
        valid_to        date,
        constraint pk_competences primary key (id),
        constraint fk_competences_organization_id foreign key (organization_id) references organizations,
        constraint fk_competences_area_code foreign key (area_code) references areas,
        constraint ck_competences_valid_to check (valid_to >= valid_from)
      );
      create index ix_competences_issue_type_code_area_code on competences (issue_type_code, area_code);
      create index ix_competences_organization_id on competences (organization_id);
      create index ix_competences_area_code on competences (area_code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table competences');
  }
}
