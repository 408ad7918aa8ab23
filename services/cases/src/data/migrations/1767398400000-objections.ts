import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 异议与管辖争议. */
export class Objections1767398400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(objections);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const objections = `
  alter table cases add column ruling_organization_id uuid;
  create index ix_cases_ruling on cases (ruling_organization_id, next_due_at, id) where ruling_organization_id is not null;

  create table objections (
    id                       uuid not null,
    case_id                  uuid not null,
    referral_id              uuid not null,
    organization_id          uuid not null,
    raised_by                uuid,
    raised_at                timestamptz(3) not null,
    reason_sealed            text not null,
    legal_basis              text,
    proposed_organization_id uuid not null,
    ruling                   text,
    ruled_by                 uuid,
    ruled_at                 timestamptz(3),
    version                  integer not null,
    constraint pk_objections primary key (id),
    constraint uq_objections_referral_id unique (referral_id),
    constraint ck_objections_ruling check ((ruling is null) = (ruled_at is null)),
    constraint fk_objections_case_id foreign key (case_id) references cases (id),
    constraint fk_objections_referral_id foreign key (referral_id) references referrals (id)
  );
  create index ix_objections_case_id on objections (case_id);

  create table competence_disputes (
    id                     uuid not null,
    case_id                uuid not null,
    raised_at              timestamptz(3) not null,
    level                  text not null,
    organization_ids       uuid[] not null,
    ruling_organization_id uuid not null,
    state                  text not null,
    to_organization_id     uuid,
    ruled_by               uuid,
    ruled_at               timestamptz(3),
    version                integer not null,
    constraint pk_competence_disputes primary key (id),
    constraint ck_competence_disputes_ruled check ((state = 'OPEN') = (ruled_at is null)),
    constraint fk_competence_disputes_case_id foreign key (case_id) references cases (id)
  );
  create index ix_competence_disputes_case_id on competence_disputes (case_id);
`;
