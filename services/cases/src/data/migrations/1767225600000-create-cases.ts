import { idempotencyTableSql } from '@onevisit/data';
import { inboxTableSql } from '@onevisit/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases, all that belongs to one, and what cases knows of the other subgraphs. */
export class CreateCases1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [idempotencyTableSql, inboxTableSql, copies, cases, parts, records, capabilities]) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const copies = `
  create table issue_types (
    code          text not null,
    parent_code   text,
    name          text not null,
    english_name  text not null,
    lead_function text,
    legal_routes  text[] not null,
    constraint pk_issue_types primary key (code)
  );

  create table organizations (
    id           uuid not null,
    code         text not null,
    kind         text not null,
    level        text not null,
    area_code    text not null,
    area_path    text[] not null,
    superior_id  uuid,
    successor_id uuid,
    valid_from   date not null,
    valid_to     date,
    constraint pk_organizations primary key (id)
  );
  create index ix_organizations_code on organizations (code);
  create index ix_organizations_area_code on organizations (area_code);
  create index ix_organizations_superior_id on organizations (superior_id);

  create table competences (
    id              uuid not null,
    organization_id uuid not null,
    issue_type_code text not null,
    area_code       text not null,
    priority        integer not null,
    valid_from      date not null,
    valid_to        date,
    constraint pk_competences primary key (id)
  );
  create index ix_competences_organization_id on competences (organization_id);

  create table staff (
    id              uuid not null,
    organization_id uuid not null,
    roles           text[] not null,
    is_active       boolean not null,
    constraint pk_staff primary key (id)
  );
`;

const cases = `
  create table cases (
    id                                uuid not null,
    case_no                           text not null,
    version                           integer not null,
    category                          text not null,
    procedure                         text not null,
    origin                            text not null,
    title                             text not null,
    summary                           text,
    issue_type_code                   text not null,
    area_code                         text not null,
    receiving_organization_id         uuid not null,
    first_responsible_organization_id uuid,
    responsible_organization_id       uuid,
    handler_id                        uuid,
    registered_by                     uuid,
    party_size                        integer not null,
    is_collective                     boolean not null,
    confidentiality                   text not null,
    urgency                           text not null,
    status                            text not null,
    return_to                         text,
    conclusion_kind                   text,
    registered_at                     timestamptz(3) not null,
    referred_at                       timestamptz(3),
    admitted_at                       timestamptz(3),
    replied_at                        timestamptz(3),
    delivered_at                      timestamptz(3),
    concluded_at                      timestamptz(3),
    staff_contact_at                  timestamptz(3),
    next_due_at                       timestamptz(3),
    is_overdue                        boolean not null,
    campaign_id                       uuid,
    task_force_id                     uuid,
    last_seq                          integer not null,
    last_hash                         text,
    constraint pk_cases primary key (id),
    constraint uq_cases_case_no unique (case_no),
    constraint ck_cases_party_size check (party_size >= 1),
    constraint ck_cases_conclusion check ((status = 'CONCLUDED') = (concluded_at is not null and conclusion_kind is not null))
  );
  create index ix_cases_responsible on cases (responsible_organization_id, status, next_due_at, id);
  create index ix_cases_receiving on cases (receiving_organization_id, status, next_due_at, id);
  create index ix_cases_handler on cases (handler_id, status, next_due_at, id) where handler_id is not null;
  create index ix_cases_campaign on cases (campaign_id, status) where campaign_id is not null;
  create index ix_cases_task_force on cases (task_force_id, status) where task_force_id is not null;

  -- 知悉范围: a row for each key under which a case can be found; nothing removes one.
  create table case_scope (
    scope         text not null,
    case_id       uuid not null,
    registered_at timestamptz(3) not null,
    status        text not null,
    constraint pk_case_scope primary key (scope, case_id),
    constraint fk_case_scope_case_id foreign key (case_id) references cases (id)
  );
  create index ix_case_scope_newest on case_scope (scope, registered_at desc, case_id desc) include (status);
  create index ix_case_scope_status on case_scope (scope, status, registered_at desc, case_id desc);
  create index ix_case_scope_case_id on case_scope (case_id);

  create table case_keys (
    case_id     uuid not null,
    wrapped_key text not null,
    constraint pk_case_keys primary key (case_id),
    constraint fk_case_keys_case_id foreign key (case_id) references cases (id) deferrable initially deferred
  );

  create table case_texts (
    case_id          uuid not null,
    narrative_sealed text not null,
    constraint pk_case_texts primary key (case_id),
    constraint fk_case_texts_case_id foreign key (case_id) references cases (id)
  );
`;

const parts = `
  create table claims (
    id          uuid not null,
    case_id     uuid not null,
    ordinal     integer not null,
    text_sealed text not null,
    amount_fen  bigint,
    constraint pk_claims primary key (id),
    constraint uq_claims_ordinal unique (case_id, ordinal),
    constraint fk_claims_case_id foreign key (case_id) references cases (id)
  );

  create table contacts (
    id                        uuid not null,
    case_id                   uuid not null,
    receipt_no                text not null,
    channel                   text not null,
    purpose                   text not null,
    ordinal                   integer not null,
    received_at               timestamptz(3) not null,
    receiving_organization_id uuid not null,
    window_id                 uuid,
    is_in_person              boolean not null,
    party_size                integer not null,
    handled_by                uuid,
    constraint pk_contacts primary key (id),
    constraint uq_contacts_receipt_no unique (receipt_no),
    constraint uq_contacts_ordinal unique (case_id, ordinal),
    constraint fk_contacts_case_id foreign key (case_id) references cases (id)
  );

  create table case_parties (
    id                 uuid not null,
    case_id            uuid not null,
    ordinal            integer not null,
    role               text not null,
    kind               text not null,
    identity_sealed    text not null,
    contact_preference text not null,
    constraint pk_case_parties primary key (id),
    constraint uq_case_parties_ordinal unique (case_id, ordinal),
    constraint fk_case_parties_case_id foreign key (case_id) references cases (id)
  );

  create table case_respondents (
    case_id         uuid not null,
    organization_id uuid not null,
    constraint pk_case_respondents primary key (case_id, organization_id),
    constraint fk_case_respondents_case_id foreign key (case_id) references cases (id)
  );

  create table case_recusals (
    case_id  uuid not null,
    staff_id uuid not null,
    constraint pk_case_recusals primary key (case_id, staff_id),
    constraint fk_case_recusals_case_id foreign key (case_id) references cases (id)
  );

  create table deadlines (
    id                          uuid not null,
    case_id                     uuid not null,
    kind                        text not null,
    responsible_organization_id uuid,
    execution_item_id           uuid,
    started_at                  timestamptz(3) not null,
    due_on                      date not null,
    due_at                      timestamptz(3) not null,
    target_at                   timestamptz(3),
    amount                      integer,
    unit                        text not null,
    rule_version                text not null,
    calendar_version            text,
    is_provisional              boolean not null,
    basis                       text not null,
    state                       text not null,
    met_at                      timestamptz(3),
    late_by_days                integer not null,
    version                     integer not null,
    constraint pk_deadlines primary key (id),
    constraint fk_deadlines_case_id foreign key (case_id) references cases (id)
  );
  create index ix_deadlines_case_id on deadlines (case_id);
  create index ix_deadlines_due on deadlines (due_at, id) where state = 'RUNNING';
  create index ix_deadlines_organization on deadlines (responsible_organization_id, state, due_at, id);

  create table referrals (
    id                   uuid not null,
    case_id              uuid not null,
    order_no             text not null,
    kind                 text not null,
    from_organization_id uuid not null,
    to_organization_id   uuid not null,
    issued_at            timestamptz(3) not null,
    hop                  integer not null,
    legal_basis          text,
    is_override          boolean not null,
    report_back_due_on   date,
    state                text not null,
    version              integer not null,
    constraint pk_referrals primary key (id),
    constraint uq_referrals_order_no unique (order_no),
    constraint uq_referrals_hop unique (case_id, hop),
    constraint fk_referrals_case_id foreign key (case_id) references cases (id)
  );

  create table admission_decisions (
    id                  uuid not null,
    case_id             uuid not null,
    decision            text not null,
    decided_by          uuid,
    decided_at          timestamptz(3) not null,
    legal_basis         text,
    notice_no           text not null,
    notice_delivered_at timestamptz(3),
    notice_method       text,
    version             integer not null,
    constraint pk_admission_decisions primary key (id),
    constraint uq_admission_decisions_notice_no unique (notice_no),
    constraint fk_admission_decisions_case_id foreign key (case_id) references cases (id)
  );
  create index ix_admission_decisions_case_id on admission_decisions (case_id);

  create table petitioner_heard (
    id                        uuid not null,
    case_id                   uuid not null,
    outcome                   text not null,
    mode                      text not null,
    at                        timestamptz(3) not null,
    by_staff_id               uuid,
    summary_sealed            text,
    acknowledgement_reference text,
    recording_reference       text,
    constraint pk_petitioner_heard primary key (id),
    constraint fk_petitioner_heard_case_id foreign key (case_id) references cases (id)
  );
  create index ix_petitioner_heard_case_id on petitioner_heard (case_id);

  create table handling_opinions (
    id                       uuid not null,
    case_id                  uuid not null,
    doc_no                   text,
    state                    text not null,
    facts_and_reasons_sealed text not null,
    plain_summary            text not null,
    root_cause               text,
    claims                   jsonb not null,
    review_body_ids          uuid[] not null,
    remedy_how               text not null,
    drafted_by               uuid,
    drafted_at               timestamptz(3) not null,
    signed_by                uuid,
    signed_at                timestamptz(3),
    version                  integer not null,
    constraint pk_handling_opinions primary key (id),
    constraint uq_handling_opinions_doc_no unique (doc_no),
    constraint ck_handling_opinions_signed check ((state = 'SIGNED') = (doc_no is not null and signed_at is not null)),
    constraint fk_handling_opinions_case_id foreign key (case_id) references cases (id)
  );
  create index ix_handling_opinions_case_id on handling_opinions (case_id);

  create table deliveries (
    id                       uuid not null,
    case_id                  uuid not null,
    document                 text not null,
    method                   text not null,
    delivered_at             timestamptz(3) not null,
    received_at              timestamptz(3) not null,
    proof_reference          text not null,
    witnesses_sealed         text,
    witness_organization_ids uuid[] not null,
    second_person_id         uuid,
    recorded_by              uuid,
    constraint pk_deliveries primary key (id),
    constraint fk_deliveries_case_id foreign key (case_id) references cases (id)
  );
  create index ix_deliveries_case_id on deliveries (case_id);

  create table execution_items (
    id                          uuid not null,
    case_id                     uuid not null,
    claim_id                    uuid not null,
    obligor_organization_id     uuid not null,
    content                     text not null,
    amount_fen                  bigint,
    due_on                      date not null,
    state                       text not null,
    reported_at                 timestamptz(3),
    evidence                    text,
    verified_at                 timestamptz(3),
    verified_by_organization_id uuid,
    verification_finding_sealed text,
    is_petitioner_confirmed     boolean,
    version                     integer not null,
    constraint pk_execution_items primary key (id),
    constraint fk_execution_items_case_id foreign key (case_id) references cases (id),
    constraint fk_execution_items_claim_id foreign key (claim_id) references claims (id)
  );
  create index ix_execution_items_case_id on execution_items (case_id);
  create index ix_execution_items_obligor on execution_items (obligor_organization_id, state, due_on);

  create table result_confirmations (
    id              uuid not null,
    case_id         uuid not null,
    confirmed_at    timestamptz(3) not null,
    takes_effect_at timestamptz(3) not null,
    state           text not null,
    version         integer not null,
    constraint pk_result_confirmations primary key (id),
    constraint fk_result_confirmations_case_id foreign key (case_id) references cases (id)
  );
  create index ix_result_confirmations_case_id on result_confirmations (case_id);
  create index ix_result_confirmations_due on result_confirmations (takes_effect_at, id) where state = 'PENDING';
`;

const records = `
  create table service_failures (
    id              uuid not null,
    case_id         uuid not null,
    kind            text not null,
    severity        text not null,
    organization_id uuid not null,
    deadline_id     uuid not null,
    occurred_at     timestamptz(3) not null,
    detected_by     text not null,
    state           text not null,
    constraint pk_service_failures primary key (id),
    constraint uq_service_failures_deadline unique (deadline_id, kind),
    constraint fk_service_failures_case_id foreign key (case_id) references cases (id),
    constraint fk_service_failures_deadline_id foreign key (deadline_id) references deadlines (id)
  );
  create index ix_service_failures_case_id on service_failures (case_id);

  -- 事项事件: a chain per case; the application can add to it and nothing else.
  create table case_events (
    id                    uuid not null,
    case_id               uuid not null,
    seq                   integer not null,
    type                  text not null,
    at                    timestamptz(3) not null,
    actor_staff_id        uuid,
    actor_organization_id uuid,
    visibility            text not null,
    reason_sealed         text,
    reason_hash           text,
    payload               jsonb not null,
    payload_hash          text not null,
    prev_hash             text,
    hash                  text not null,
    constraint pk_case_events primary key (id),
    constraint uq_case_events_seq unique (case_id, seq),
    constraint fk_case_events_case_id foreign key (case_id) references cases (id)
  );

  create table identity_accesses (
    id                   uuid not null,
    case_id              uuid not null,
    party_id             uuid not null,
    staff_id             uuid not null,
    organization_id      uuid not null,
    purpose              text not null,
    justification_sealed text not null,
    at                   timestamptz(3) not null,
    expires_at           timestamptz(3) not null,
    constraint pk_identity_accesses primary key (id),
    constraint fk_identity_accesses_case_id foreign key (case_id) references cases (id)
  );
  create index ix_identity_accesses_case_id on identity_accesses (case_id, at);

  create table city_loads (
    name      text not null,
    loaded_at timestamptz(3) not null,
    constraint pk_city_loads primary key (name)
  );
`;

const capabilities = `
  create table capabilities (
    id               uuid not null,
    code_hash        text not null,
    setup_token_hash text,
    setup_expires_at timestamptz(3),
    pin_hash         text,
    version          integer not null,
    constraint pk_capabilities primary key (id),
    constraint fk_capabilities_id foreign key (id) references cases (id)
  );

  -- Messages to petitioners' own channels, on their way; sealed like all that concerns them.
  create table outgoing_messages (
    id          uuid not null,
    case_id     uuid not null,
    channel     text not null,
    text_sealed text not null,
    due_at      timestamptz(3) not null,
    state       text not null,
    sent_at     timestamptz(3),
    version     integer not null,
    constraint pk_outgoing_messages primary key (id),
    constraint fk_outgoing_messages_case_id foreign key (case_id) references cases (id)
  );
  create index ix_outgoing_messages_due on outgoing_messages (due_at, id) where state = 'PENDING';
`;
