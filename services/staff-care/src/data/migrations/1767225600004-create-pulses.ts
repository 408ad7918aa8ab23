import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePulses1767225600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table anonymous_keys
        add column unit_group text not null default '',
        drop constraint uq_anonymous_keys_purpose_month,
        add constraint uq_anonymous_keys_purpose_month_unit_group unique (purpose, month, unit_group),
        drop constraint ck_anonymous_keys_purpose,
        add constraint ck_anonymous_keys_purpose check (purpose in ('SUGGESTION', 'PULSE'));

      create table pulse_months (
        id        uuid not null,
        month     text not null,
        closes_at timestamptz(3) not null,
        closed_at timestamptz(3),
        version   integer not null,
        constraint pk_pulse_months primary key (id),
        constraint uq_pulse_months_month unique (month)
      );

      create table pulse_memberships (
        month      text not null,
        unit_group text not null,
        staff_ids  uuid[] not null,
        constraint pk_pulse_memberships primary key (month, unit_group),
        constraint ck_pulse_memberships_staff_ids check (cardinality(staff_ids) >= 20)
      );

      -- Until the month is over; then they are counted and destroyed.
      create table pulse_answers (
        id         uuid not null,
        month      text not null,
        unit_group text not null,
        answers    integer[] not null,
        constraint pk_pulse_answers primary key (id)
      );

      create table pulse_results (
        month   text not null,
        results jsonb not null,
        constraint pk_pulse_results primary key (month)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pulse_results, pulse_answers, pulse_memberships, pulse_months');
  }
}
