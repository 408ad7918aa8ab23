import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWarnings1767225600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table warning_notices (
        id              uuid not null,
        version         integer not null,
        organization_id uuid not null,
        unit_score_id   uuid not null,
        level           text not null,
        triggers        text[] not null,
        state           text not null,
        issued_at       timestamptz(3) not null,
        due_at          timestamptz(3),
        acknowledged_at timestamptz(3),
        plan            text,
        rectify_by      date,
        evidence        text,
        closed_at       timestamptz(3),
        constraint pk_warning_notices primary key (id),
        constraint uq_warning_notices_unit_score_id unique (unit_score_id),
        constraint fk_warning_notices_organization_id foreign key (organization_id) references organizations,
        constraint fk_warning_notices_unit_score_id foreign key (unit_score_id) references unit_scores,
        constraint ck_warning_notices_level check (level in ('YELLOW', 'RED')),
        constraint ck_warning_notices_state check (
          state in ('ISSUED', 'ACKNOWLEDGED', 'RECTIFYING', 'CLEARED', 'ESCALATED', 'WITHDRAWN')
        ),
        constraint ck_warning_notices_due_at check (
          (due_at is not null) = (state in ('ISSUED', 'ACKNOWLEDGED', 'RECTIFYING'))
        )
      );
      create index ix_warning_notices_organization_id on warning_notices (organization_id);
      create index ix_warning_notices_due_at on warning_notices (due_at) where due_at is not null;

      create table interviews (
        id                  uuid not null,
        version             integer not null,
        warning_id          uuid not null,
        organization_id     uuid not null,
        interviewee_post_id uuid not null,
        decided_by_id       uuid not null,
        decided_on          date not null,
        resolution          text not null,
        hold_by             timestamptz(3) not null,
        state               text not null,
        scheduled_at        timestamptz(3),
        held_at             timestamptz(3),
        minutes             text,
        commitments         jsonb not null,
        follow_up_on        date,
        constraint pk_interviews primary key (id),
        constraint fk_interviews_warning_id foreign key (warning_id) references warning_notices,
        constraint fk_interviews_interviewee_post_id foreign key (interviewee_post_id) references leadership_posts,
        constraint ck_interviews_state check (state in ('DECIDED', 'SCHEDULED', 'HELD', 'CLOSED', 'REPEATED'))
      );
      create index ix_interviews_warning_id on interviews (warning_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table interviews, warning_notices');
  }
}
