import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenAnonymousDoor1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table anonymous_keys (
        id             uuid not null,
        purpose        text not null,
        month          text not null,
        public_key     text not null,
        wrapped_key    text not null,
        private_sealed text not null,
        constraint pk_anonymous_keys primary key (id),
        constraint uq_anonymous_keys_purpose_month unique (purpose, month),
        constraint ck_anonymous_keys_purpose check (purpose in ('SUGGESTION'))
      );

      -- No time and no order: who took a token in that month, and nothing of when. No foreign key either: its lock
      -- would leave the transaction of the issue on the row of the staff.
      create table anonymous_token_issues (
        staff_id     uuid not null,
        purpose      text not null,
        month        text not null,
        blinded_hash text not null,
        constraint pk_anonymous_token_issues primary key (staff_id, purpose, month)
      );

      create table anonymous_spent_tokens (
        token_hash text not null,
        constraint pk_anonymous_spent_tokens primary key (token_hash)
      );

      create table waiting_suggestions (
        id               uuid not null,
        filed_week       text not null,
        release_at       timestamptz(3) not null,
        wrapped_key      text not null,
        title_sealed     text not null,
        body_sealed      text not null,
        reply_token_hash text not null,
        constraint pk_waiting_suggestions primary key (id),
        constraint uq_waiting_suggestions_reply_token_hash unique (reply_token_hash)
      );
      create index ix_waiting_suggestions_release_at on waiting_suggestions (release_at, id);

      alter table staff_suggestions
        add column filed_week text,
        add constraint ck_staff_suggestions_filed_week check ((author_id is null) = (filed_week is not null)),
        add constraint ck_staff_suggestions_anonymous check (author_id is not null or route = 'DIRECTOR');

      create table suggestion_reply_tokens (
        suggestion_id    uuid not null,
        reply_token_hash text not null,
        constraint pk_suggestion_reply_tokens primary key (suggestion_id),
        constraint uq_suggestion_reply_tokens_reply_token_hash unique (reply_token_hash),
        constraint fk_suggestion_reply_tokens_suggestion_id foreign key (suggestion_id) references staff_suggestions
      );

      create table suggestion_messages (
        id            uuid not null,
        suggestion_id uuid not null,
        sender        text not null,
        text_sealed   text not null,
        shown_at      timestamptz(3) not null,
        constraint pk_suggestion_messages primary key (id),
        constraint fk_suggestion_messages_suggestion_id foreign key (suggestion_id) references staff_suggestions,
        constraint ck_suggestion_messages_sender check (sender in ('AUTHOR', 'ADDRESSEE'))
      );
      create index ix_suggestion_messages_suggestion_id on suggestion_messages (suggestion_id, shown_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table suggestion_messages, suggestion_reply_tokens, waiting_suggestions, anonymous_spent_tokens,
        anonymous_token_issues, anonymous_keys;
      alter table staff_suggestions drop column filed_week;
    `);
  }
}
