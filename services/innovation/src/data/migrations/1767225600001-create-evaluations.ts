import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvaluations1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No foreign key to organizations: a value may come before the organization that it is of.
    await runner.query(`
      create table indicator_values (
        code            text collate "C" not null,
        organization_id uuid not null,
        period          text collate "C" not null,
        numerator       double precision not null,
        denominator     integer not null,
        frozen_at       timestamptz(3) not null,
        constraint pk_indicator_values primary key (organization_id, code, period),
        constraint ck_indicator_values_denominator check (denominator >= 0)
      );

      create table pre_registrations (
        project_id          uuid not null,
        method              text not null,
        metrics             jsonb not null,
        pilot_from          date not null,
        pilot_to            date not null,
        pilot_unit_ids      uuid[] not null,
        comparison_unit_ids uuid[] not null,
        steps               jsonb not null,
        registered_at       timestamptz(3) not null,
        hash                text not null,
        constraint pk_pre_registrations primary key (project_id),
        constraint fk_pre_registrations_project_id foreign key (project_id) references innovation_projects,
        constraint ck_pre_registrations_method check (method in ('DIFF_IN_DIFF', 'BEFORE_AFTER', 'STEPPED_WEDGE')),
        constraint ck_pre_registrations_pilot check (pilot_from < pilot_to)
      );

      create table evaluations (
        project_id          uuid not null,
        method              text not null,
        pre_registered_at   timestamptz(3) not null,
        effects             jsonb not null,
        verdict             text not null,
        has_worse_guardrail boolean not null,
        limitations         text[] not null,
        staff_id            uuid not null,
        evaluated_at        timestamptz(3) not null,
        constraint pk_evaluations primary key (project_id),
        constraint fk_evaluations_project_id foreign key (project_id) references pre_registrations,
        constraint ck_evaluations_verdict check (
          verdict in ('IMPROVED', 'NO_DIFFERENCE', 'WORSE', 'INSUFFICIENT_DATA'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evaluations, pre_registrations, indicator_values');
  }
}
