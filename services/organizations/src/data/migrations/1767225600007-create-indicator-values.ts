import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndicatorValues1767225600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No foreign keys: a value may come before its definition, and of an organization that is not known yet.
    await runner.query(`
      create table indicator_values (
        code            text collate "C" not null,
        organization_id uuid not null,
        period          text collate "C" not null,
        numerator       double precision not null,
        denominator     integer not null,
        frozen_at       timestamptz(3) not null,
        constraint pk_indicator_values primary key (organization_id, period, code),
        constraint ck_indicator_values_denominator check (denominator >= 0)
      );
      create index ix_indicator_values_code_period on indicator_values (code, period, organization_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table indicator_values');
  }
}
