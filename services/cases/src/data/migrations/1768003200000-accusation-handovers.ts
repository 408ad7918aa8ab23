import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 检举控告移交. */
export class AccusationHandovers1768003200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table accusation_handovers (
        id                         uuid not null,
        case_id                    uuid not null,
        state                      text not null,
        from_organization_id       uuid not null,
        to_organization_id         uuid not null,
        cadre_level                text,
        organization_department_id uuid,
        proposed_by                uuid not null,
        proposed_at                timestamptz(3) not null,
        seconded_by                uuid,
        handed_at                  timestamptz(3),
        package_hash               text,
        acknowledged_at            timestamptz(3),
        declined_at                timestamptz(3),
        decline_reason_sealed      text,
        competent_organization_id  uuid,
        version                    integer not null,
        constraint pk_accusation_handovers primary key (id),
        constraint fk_accusation_handovers_case_id foreign key (case_id) references cases (id),
        -- Two people, or it was never handed over.
        constraint ck_accusation_handovers_two check (handed_at is null or seconded_by <> proposed_by),
        constraint ck_accusation_handovers_handed check ((handed_at is null) = (package_hash is null))
      );
      create index ix_accusation_handovers_case_id on accusation_handovers (case_id);
      create unique index uq_accusation_handovers_proposed on accusation_handovers (case_id) where state = 'PROPOSED';
      create unique index uq_accusation_handovers_in_force on accusation_handovers (case_id) where state = 'HANDED_OVER'`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
