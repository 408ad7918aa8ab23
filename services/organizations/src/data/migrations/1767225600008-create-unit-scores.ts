import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateUnitScores1767225600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit_facts add column circumstances text[] not null default '{}';
      alter table unit_facts add column recorded_at timestamptz(3);
      update unit_facts set recorded_at = occurred_at;
      alter table unit_facts alter column recorded_at set not null;

      create table unit_scores (
        id              uuid not null,
        organization_id uuid not null,
        quarter         text collate "C" not null,
        peer_group      text not null,
        rule_set_id     uuid not null,
        basis           jsonb not null,
        total           double precision not null,
        level           text not null,
        content_hash    text not null,
        scored_at       timestamptz(3) not null,
        appeal_until    timestamptz(3) not null,
        constraint pk_unit_scores primary key (id),
        constraint uq_unit_scores_organization_id_quarter unique (organization_id, quarter),
        constraint fk_unit_scores_organization_id foreign key (organization_id) references organizations,
        constraint fk_unit_scores_rule_set_id foreign key (rule_set_id) references rule_sets,
        constraint ck_unit_scores_level check (level in ('GREEN', 'YELLOW', 'RED'))
      );
      create index ix_unit_scores_quarter_peer_group on unit_scores (quarter, peer_group);

      create table score_entries (
        id              uuid not null,
        unit_score_id   uuid not null,
        organization_id uuid not null,
        item            text not null,
        fact_id         uuid,
        line            jsonb not null,
        points          double precision not null,
        constraint pk_score_entries primary key (id),
        constraint fk_score_entries_unit_score_id foreign key (unit_score_id) references unit_scores
      );
      create index ix_score_entries_unit_score_id on score_entries (unit_score_id);

      create table score_appeals (
        entry_id  uuid not null,
        grounds   text not null,
        by_id     uuid not null,
        at        timestamptz(3) not null,
        decide_by date not null,
        constraint pk_score_appeals primary key (entry_id),
        constraint fk_score_appeals_entry_id foreign key (entry_id) references score_entries
      );

      create table score_appeal_votes (
        entry_id        uuid not null,
        seat            text not null,
        verdict         text not null,
        reason          text not null,
        organization_id uuid not null,
        by_id           uuid not null,
        at              timestamptz(3) not null,
        constraint pk_score_appeal_votes primary key (entry_id, seat),
        constraint fk_score_appeal_votes_entry_id foreign key (entry_id) references score_appeals,
        constraint ck_score_appeal_votes_verdict check (verdict in ('UPHOLD', 'OVERTURN'))
      );

      create table score_confirmations (
        unit_score_id   uuid not null,
        organization_id uuid not null,
        by_id           uuid not null,
        at              timestamptz(3) not null,
        constraint pk_score_confirmations primary key (unit_score_id),
        constraint fk_score_confirmations_unit_score_id foreign key (unit_score_id) references unit_scores
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table score_confirmations, score_appeal_votes, score_appeals, score_entries, unit_scores;
      alter table unit_facts drop column circumstances, drop column recorded_at;
    `);
  }
}
