import { inboxTableSql } from '@onevisit/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateUnitFacts1767225600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No foreign key to the organizations: what was told of one that nobody knows here is kept all the same.
    await runner.query(`
      ${inboxTableSql}
      create table unit_facts (
        id              uuid not null,
        source          text not null,
        kind            text not null,
        severity        text,
        organization_id uuid not null,
        case_id         uuid not null,
        deadline_id     uuid,
        occurred_at     timestamptz(3) not null,
        constraint pk_unit_facts primary key (id),
        constraint ck_unit_facts_source check (source in ('SERVICE_FAILURE', 'DEADLINE_BREACH')),
        constraint ck_unit_facts_severity check (
          case source
            when 'SERVICE_FAILURE' then severity is not null and severity in ('MINOR', 'MAJOR', 'SERIOUS')
            else severity is null
          end
        )
      );
      create index ix_unit_facts_organization_id_occurred_at on unit_facts (organization_id, occurred_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unit_facts, inbox, inbox_subjects');
  }
}
