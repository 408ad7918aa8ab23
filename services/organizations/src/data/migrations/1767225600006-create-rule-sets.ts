import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRuleSets1767225600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_sets (
        id             uuid not null,
        version        text collate "C" not null,
        effective_from date not null,
        document       jsonb not null,
        content_hash   text not null,
        drafted_at     timestamptz(3) not null,
        constraint pk_rule_sets primary key (id),
        constraint uq_rule_sets_version unique (version)
      );

      create table rule_set_steps (
        rule_set_id uuid not null,
        state       text not null,
        at          timestamptz(3) not null,
        until       date,
        by_id       uuid,
        constraint pk_rule_set_steps primary key (rule_set_id, state),
        constraint fk_rule_set_steps_rule_set_id foreign key (rule_set_id) references rule_sets,
        constraint ck_rule_set_steps_state check (state in ('CONSULTATION', 'PUBLISHED')),
        constraint ck_rule_set_steps_until check ((state = 'CONSULTATION') = (until is not null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rule_set_steps, rule_sets');
  }
}
