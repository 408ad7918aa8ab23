import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 不予受理及其异议. */
export class Contests1768089600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(contests);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const contests = `
  alter table admission_decisions
    add column organization_id  uuid,
    add column reason_code      text,
    add column guidance         text,
    add column second_person_id uuid,
    add constraint ck_admission_decisions_refusal check (decision <> 'NOT_ADMIT'
      or (reason_code is not null and guidance is not null and second_person_id is not null and legal_basis is not null));

  create table contests (
    id                     uuid not null,
    case_id                uuid not null,
    admission_id           uuid not null,
    requested_at           timestamptz(3) not null,
    grounds_sealed         text not null,
    filed_by               uuid,
    ruling_organization_id uuid not null,
    bureau_id              uuid not null,
    state                  text not null,
    ruled_by               uuid,
    ruled_at               timestamptz(3),
    version                integer not null,
    constraint pk_contests primary key (id),
    constraint uq_contests_admission_id unique (admission_id),
    constraint ck_contests_ruled check ((state = 'PENDING') = (ruled_at is null)),
    constraint fk_contests_case_id foreign key (case_id) references cases (id),
    constraint fk_contests_admission_id foreign key (admission_id) references admission_decisions (id)
  );
  create index ix_contests_case_id on contests (case_id);
`;
