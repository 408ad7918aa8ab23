import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReopenAndEscalateCare1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table care_requests
        add column satisfaction text,
        add column overdue_since timestamptz(3),
        add column tells_director boolean,
        drop constraint ck_care_requests_state,
        add constraint ck_care_requests_state check (state in (
          'FILED', 'ACKNOWLEDGED', 'IN_ACTION', 'RESOLVED', 'CLOSED', 'REOPENED')),
        add constraint ck_care_requests_satisfaction check (
          satisfaction is null
          or (satisfaction in ('SATISFIED', 'PARTLY_SATISFIED', 'DISSATISFIED') and state = 'CLOSED')),
        add constraint ck_care_requests_tells_director check (tells_director is null or overdue_since is not null);
      create index ix_care_requests_first_response_due_at on care_requests (first_response_due_at)
        where state = 'FILED' and overdue_since is null;
      create index ix_care_requests_overdue_since on care_requests (overdue_since desc, id desc)
        where state = 'FILED' and tells_director;

      alter table care_actions
        drop constraint ck_care_actions_state,
        add constraint ck_care_actions_state check (state in (
          'ACKNOWLEDGED', 'IN_ACTION', 'RESOLVED', 'CLOSED', 'REOPENED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_care_requests_overdue_since, ix_care_requests_first_response_due_at;
      alter table care_requests drop column satisfaction, drop column overdue_since, drop column tells_director;
    `);
  }
}
