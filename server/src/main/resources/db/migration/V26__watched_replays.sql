-- Replays that can be watched, and comparisons of live read models with what events say.

alter table projection_replay
    add column begun_at          timestamptz(3),
    add column events            bigint not null default 0,
    add column events_per_second bigint not null default 0;

comment on column projection_replay.begun_at is 'When somebody began to build it; null while it waits.';
comment on column projection_replay.events is 'Events in the tables beside.';
comment on column projection_replay.events_per_second is 'Of the last seconds in which it was built, its pauses included.';

create table comparison (
    id           bigint generated always as identity primary key,
    day          date unique,
    requested_by text not null,
    requested_at timestamptz(3) not null default now(),
    seed         bigint not null,
    sample       integer not null check (sample > 0),
    account_id   text collate "C",
    begun_at     timestamptz(3),
    compared     integer not null default 0,
    finished_at  timestamptz(3),
    error        text,
    constraint comparison_fails_at_its_end check (error is null or finished_at is not null)
);

create index comparison_open on comparison (id) where finished_at is null;

comment on table comparison is 'Every time live read models of some accounts were compared with what their events say.';
comment on column comparison.day is 'Of one that was due by itself: one a day, however many processes there are.';
comment on column comparison.seed is 'Chooses the accounts: the same seed the same ones, as long as no account is added.';
comment on column comparison.account_id is 'The only account that is compared; null where a sample is.';
comment on column comparison.compared is 'Accounts compared so far.';

create table comparison_finding (
    id            bigint generated always as identity primary key,
    comparison_id bigint not null references comparison,
    account_id    text collate "C" not null,
    lines         bigint not null,
    found_at      timestamptz(3) not null default now(),
    alerted_at    timestamptz(3),
    unique (comparison_id, account_id)
);

-- The outbox to webhooks.
create index comparison_finding_unalerted on comparison_finding (id) where alerted_at is null;

comment on table comparison_finding is 'Accounts of which a live read model differs from what their events say.';
comment on column comparison_finding.lines is 'How many differences there are; the first ones are kept.';
comment on column comparison_finding.alerted_at is 'When whoever wants to hear of it was put down to be told; null until then.';

create table comparison_difference (
    finding_id  bigint not null references comparison_finding,
    number      integer not null,
    position    bigint not null,
    table_name  text not null,
    row_key     text not null,
    column_name text,
    live        text,
    replayed    text,
    primary key (finding_id, number)
);

comment on table comparison_difference is 'What differs: one value of a row, or a row that one side lacks.';
comment on column comparison_difference.position is 'The event up to which both sides show the ledger.';
comment on column comparison_difference.column_name is 'Null where one side lacks the row.';
