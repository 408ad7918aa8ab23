import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndicatorDefinitions1767225600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator_definitions (
        code                text collate "C" not null,
        version             integer not null,
        name                text not null,
        english_name        text not null,
        formula             text not null,
        english_formula     text not null,
        unit                text not null,
        direction           text not null,
        period              text not null,
        minimum_denominator integer not null,
        constraint pk_indicator_definitions primary key (code),
        constraint ck_indicator_definitions_unit check (unit in ('SHARE', 'DAYS', 'POINTS')),
        constraint ck_indicator_definitions_direction check (direction in ('HIGHER', 'LOWER', 'SHOWN')),
        constraint ck_indicator_definitions_period check (period in ('QUARTER', 'TRAILING_FOUR_QUARTERS', 'YEAR')),
        constraint ck_indicator_definitions_minimum_denominator check (minimum_denominator > 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table indicator_definitions');
  }
}
