import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 交办反馈: what came of an assignment; and whether a referral stands by a ruling on competence. */
export class ReportBack1767312000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referrals
        add column reported_back_at      timestamptz(3),
        add column report_back_sealed    text,
        add column report_back_reference text,
        add column is_final              boolean not null default false,
        add constraint ck_referrals_report_back check ((reported_back_at is null) = (report_back_sealed is null))`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
