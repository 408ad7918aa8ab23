import { idempotencyTableSql } from '@onevisit/data';
import { inboxTableSql } from '@onevisit/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaffCare1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${idempotencyTableSql}
      ${inboxTableSql}

      create table organizations (
        id          uuid not null,
        superior_id uuid,
        area_path   text[] not null,
        constraint pk_organizations primary key (id)
      );
      create index ix_organizations_superior_id on organizations (superior_id);

      create table staff (
        id              uuid not null,
        code            text collate "C" not null,
        number          integer not null,
        display_name    text not null,
        organization_id uuid not null,
        post            text not null,
        roles           text[] not null,
        joined_on       date not null,
        task_force_id   uuid,
        version         integer not null,
        constraint pk_staff primary key (id),
        constraint uq_staff_code unique (code),
        constraint uq_staff_organization_id_number unique (organization_id, number)
      );
      create index ix_staff_task_force_id on staff (task_force_id) where task_force_id is not null;

      create table care_requests (
        id                    uuid not null,
        requester_id          uuid not null,
        organization_id       uuid not null,
        kind                  text not null,
        state                 text not null,
        filed_at              timestamptz(3) not null,
        first_response_due_at timestamptz(3) not null,
        first_responded_at    timestamptz(3),
        owner_id              uuid,
        closed_at             timestamptz(3),
        version               integer not null,
        constraint pk_care_requests primary key (id),
        constraint fk_care_requests_requester_id foreign key (requester_id) references staff,
        constraint fk_care_requests_owner_id foreign key (owner_id) references staff,
        constraint ck_care_requests_kind check (kind in (
          'WORKLOAD', 'HEALTH', 'FAMILY', 'HOUSING_COMMUTE', 'TRAINING', 'SAFETY', 'CAREER', 'FACILITY', 'OTHER')),
        constraint ck_care_requests_state check (state in (
          'FILED', 'ACKNOWLEDGED', 'IN_ACTION', 'RESOLVED', 'CLOSED')),
        constraint ck_care_requests_owner_id check (owner_id <> requester_id),
        constraint ck_care_requests_first_response check (
          (state = 'FILED') = (owner_id is null) and (state = 'FILED') = (first_responded_at is null)),
        constraint ck_care_requests_closed_at check ((state = 'CLOSED') = (closed_at is not null))
      );
      create index ix_care_requests_filed_at on care_requests (filed_at desc, id desc);
      create index ix_care_requests_requester_id on care_requests (requester_id, filed_at desc, id desc);
      create index ix_care_requests_open on care_requests (organization_id) where state <> 'CLOSED';

      create table care_keys (
        care_request_id uuid not null,
        wrapped_key     text not null,
        constraint pk_care_keys primary key (care_request_id),
        constraint fk_care_keys_care_request_id foreign key (care_request_id) references care_requests
      );

      create table care_texts (
        care_request_id uuid not null,
        text_sealed     text not null,
        constraint pk_care_texts primary key (care_request_id),
        constraint fk_care_texts_care_request_id foreign key (care_request_id) references care_requests
      );

      create table care_actions (
        id              uuid not null,
        care_request_id uuid not null,
        state           text not null,
        staff_id        uuid not null,
        at              timestamptz(3) not null,
        note_sealed     text,
        constraint pk_care_actions primary key (id),
        constraint fk_care_actions_care_request_id foreign key (care_request_id) references care_requests,
        constraint fk_care_actions_staff_id foreign key (staff_id) references staff,
        constraint ck_care_actions_state check (state in ('ACKNOWLEDGED', 'IN_ACTION', 'RESOLVED', 'CLOSED'))
      );
      create index ix_care_actions_care_request_id on care_actions (care_request_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table care_actions, care_texts, care_keys, care_requests, staff, organizations, inbox_subjects, inbox,
        idempotency_keys
    `);
  }
}
