/**
 * SQL of the tables that the first migration of every subscriber creates: what came in, and the newest version that
 * was taken of each subject.
 */
export const inboxTableSql = `
  create table inbox (
    event_id        uuid not null,
    type            text not null,
    source          text not null,
    subject_id      text not null,
    subject_version integer not null,
    is_outdated     boolean not null,
    received_at     timestamptz(3) not null,
    constraint pk_inbox primary key (event_id)
  );
  create table inbox_subjects (
    kind       text not null,
    subject_id text not null,
    version    integer not null,
    constraint pk_inbox_subjects primary key (kind, subject_id)
  );
`;

/**
 * Notes an event in one statement. No row: it was here before. The subject's row comes first and is locked until the
 * transaction ends, so that two events of one subject take effect one after the other.
 */
export const noteEventSql = `
  with newest as (
    insert into inbox_subjects as taken (kind, subject_id, version) values ($1::text, $2::text, $3::integer)
    on conflict (kind, subject_id) do update set version = excluded.version where taken.version <= excluded.version
    returning version
  )
  insert into inbox (event_id, type, source, subject_id, subject_version, is_outdated, received_at)
  select $4::uuid, $5::text, $6::text, $2::text, $3::integer, not exists (select from newest), $7::timestamptz
  on conflict (event_id) do nothing
  returning is_outdated
`;
