import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 日锚: where the chains stood at the end of each day. */
export class AuditAnchors1767916800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_anchors (
        date          date not null,
        anchored_at   timestamptz(3) not null,
        merkle_root   text not null,
        count         integer not null,
        previous_root text,
        signature     text not null,
        constraint pk_audit_anchors primary key (date)
      );

      -- No reference to cases: a head stays, whatever becomes of the case.
      create table audit_anchor_heads (
        case_id uuid not null,
        seq     integer not null,
        hash    text not null,
        date    date not null,
        constraint pk_audit_anchor_heads primary key (case_id, seq)
      );
      create index ix_audit_anchor_heads_date on audit_anchor_heads (date, case_id)`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
