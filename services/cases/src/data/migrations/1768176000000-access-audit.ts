import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 信访人信息访问审计: the newest accesses first, and whether an act on the case followed one. */
export class AccessAudit1768176000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index ix_identity_accesses_newest on identity_accesses (at desc, id desc)');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
