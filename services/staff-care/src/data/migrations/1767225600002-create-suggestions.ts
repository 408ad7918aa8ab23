import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSuggestions1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table staff_suggestions (
        id              uuid not null,
        route           text not null,
        author_id       uuid,
        organization_id uuid,
        state           text not null,
        outcome         text,
        filed_at        timestamptz(3),
        listed_at       timestamptz(3) not null,
        promoted_at     timestamptz(3),
        version         integer not null,
        constraint pk_staff_suggestions primary key (id),
        constraint fk_staff_suggestions_author_id foreign key (author_id) references staff,
        constraint ck_staff_suggestions_route check (route in ('LEADER_IN_CHARGE', 'DIRECTOR')),
        constraint ck_staff_suggestions_state check (state in (
          'FILED', 'READ', 'DECIDED', 'IN_ACTION', 'DONE', 'DECLINED')),
        constraint ck_staff_suggestions_outcome check (
          (state in ('FILED', 'READ')) = (outcome is null) and (state = 'DECLINED') = (outcome is not distinct from 'DECLINE')),
        constraint ck_staff_suggestions_author check (
          (author_id is null) = (organization_id is null) and (author_id is null) = (filed_at is null))
      );
      create index ix_staff_suggestions_listed_at on staff_suggestions (listed_at desc, id desc);

      create table suggestion_keys (
        suggestion_id uuid not null,
        wrapped_key   text not null,
        constraint pk_suggestion_keys primary key (suggestion_id),
        constraint fk_suggestion_keys_suggestion_id foreign key (suggestion_id) references staff_suggestions
      );

      create table suggestion_texts (
        suggestion_id uuid not null,
        title_sealed  text not null,
        body_sealed   text not null,
        constraint pk_suggestion_texts primary key (suggestion_id),
        constraint fk_suggestion_texts_suggestion_id foreign key (suggestion_id) references staff_suggestions
      );

      create table suggestion_decisions (
        id                 uuid not null,
        suggestion_id      uuid not null,
        benefits_work      boolean not null,
        benefits_unity     boolean not null,
        hindrance          text,
        outcome            text not null,
        explanation_sealed text not null,
        decided_by         uuid not null,
        decided_at         timestamptz(3) not null,
        constraint pk_suggestion_decisions primary key (id),
        constraint fk_suggestion_decisions_suggestion_id foreign key (suggestion_id) references staff_suggestions,
        constraint fk_suggestion_decisions_decided_by foreign key (decided_by) references staff,
        constraint ck_suggestion_decisions_hindrance check (hindrance in ('UNLAWFUL', 'UNFUNDED')),
        constraint ck_suggestion_decisions_outcome check (outcome in ('ADOPT', 'TRIAL', 'DEFER', 'DECLINE')),
        constraint ck_suggestion_decisions_benefit check (
          hindrance is not null or not (benefits_work or benefits_unity) or outcome in ('ADOPT', 'TRIAL'))
      );
      create index ix_suggestion_decisions_suggestion_id on suggestion_decisions (suggestion_id, decided_at);

      create table suggestion_actions (
        id            uuid not null,
        suggestion_id uuid not null,
        text_sealed   text not null,
        owner_id      uuid not null,
        due_on        date not null,
        done_at       timestamptz(3),
        version       integer not null,
        constraint pk_suggestion_actions primary key (id),
        constraint fk_suggestion_actions_suggestion_id foreign key (suggestion_id) references staff_suggestions,
        constraint fk_suggestion_actions_owner_id foreign key (owner_id) references staff
      );
      create index ix_suggestion_actions_suggestion_id on suggestion_actions (suggestion_id, due_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table suggestion_actions, suggestion_decisions, suggestion_texts, suggestion_keys, staff_suggestions
    `);
  }
}
