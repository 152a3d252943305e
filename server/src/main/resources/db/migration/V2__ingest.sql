-- Ingest: how far each Kafka partition is booked, which records are booked, what was refused, and what may be erased.

create table ingest_offset (
    topic         text not null,
    partition     integer not null,
    topic_id      uuid not null,
    next_offset   bigint not null check (next_offset >= 0),
    leader_epoch  integer,
    received      bigint not null default 0,
    accepted      bigint not null default 0,
    duplicates    bigint not null default 0,
    dead_lettered bigint not null default 0,
    conflicts     bigint not null default 0,
    paused_reason text,
    primary key (topic, partition),
    constraint ingest_offset_loses_nothing check (received = accepted + duplicates + dead_lettered),
    constraint ingest_offset_conflicts_are_dead_letters check (conflicts <= dead_lettered)
) with (fillfactor = 50);

comment on table ingest_offset is 'How far each partition is booked. Whoever books a batch locks the row and compares next_offset first: a consumer that has lost the partition writes nothing.';
comment on column ingest_offset.topic_id is 'Kafka''s id of the topic: a topic that was deleted and made anew uses the same offsets for other records.';
comment on column ingest_offset.next_offset is 'Everything below it is accounted for.';
comment on column ingest_offset.leader_epoch is 'Leader epoch of the last record booked, by which the consumer notices a log that was cut off.';
comment on column ingest_offset.received is 'Records delivered so far: accepted + duplicates + dead_lettered.';
comment on column ingest_offset.conflicts is 'Those among dead_lettered that have the identity of a booked record and other content.';
comment on column ingest_offset.paused_reason is 'Why nothing is booked from this partition at the moment; null while it runs.';

create table usage_receipt (
    identity      uuid primary key,
    content       uuid not null,
    position_from bigint not null,
    superseded_by uuid
);

comment on table usage_receipt is 'One row for every record that was ever booked, for ever: what is here already is a duplicate or a conflict.';
comment on column usage_receipt.identity is 'First half of the SHA-256 over the record''s source and id.';
comment on column usage_receipt.content is 'First half of the SHA-256 over the fields of the contract: equal for the same record, other for a conflict; all zero where a correction was booked in the place of a record that was only ever refused.';
comment on column usage_receipt.position_from is 'The event the record was booked by lies at this position or later: the last position drawn when the identity was claimed.';
comment on column usage_receipt.superseded_by is 'Identity of the one correction that has taken its place.';

create table dead_letter (
    id            bigint generated always as identity primary key,
    topic         text not null,
    partition     integer not null,
    record_offset bigint not null,
    record_key    bytea,
    value         bytea,
    headers       json not null,
    reason        text not null,
    detail        text not null,
    pointer       text,
    source        text,
    record_id     text,
    account_id    text,
    supersedes    text,
    retryable     boolean not null,
    awaits        uuid,
    awaits_record text,
    state         text not null check (state in ('OPEN', 'RESOLVED', 'DISCARDED')),
    received_at   timestamptz(3) not null,
    discard_reason text,
    discarded_by  text,
    discarded_at  timestamptz(3),
    mirrored_at   timestamptz(3),
    check ((state = 'DISCARDED') = (discarded_at is not null))
);

-- Asked for each batch, nearly always in vain, and read by the list of open ones.
create index dead_letter_open on dead_letter (id) where state = 'OPEN';
-- Hashed, for the id of a malformed record may be longer than a b-tree takes. A correction asks for all of a record.
create index dead_letter_of_record on dead_letter using hash (record_id);
-- Looked through again and again for what may be taken up, and nearly always empty.
create index dead_letter_waiting on dead_letter (id)
    where state = 'OPEN' and reason in ('UNKNOWN_ACCOUNT', 'SUPERSEDED_UNKNOWN');
-- The outbox to the topic of dead letters.
create index dead_letter_unmirrored on dead_letter (id) where mirrored_at is null;

comment on table dead_letter is 'Every delivery that was refused, with its bytes as received; nothing is skipped in silence.';
comment on column dead_letter.headers is 'Kafka headers in their order, [{key, value}] with values in base64.';
comment on column dead_letter.reason is 'Why it was refused; detail says what to do, pointer where in the value.';
comment on column dead_letter.source is 'As far as it could be read, like record_id, account_id and supersedes (the record_id it corrects); what a text column cannot hold stands as U+FFFD.';
comment on column dead_letter.retryable is 'Whether the same bytes may be accepted later.';
comment on column dead_letter.awaits is 'Identity of the record whose booking a correction waits for.';
comment on column dead_letter.awaits_record is 'Id of that record, of the same source, where its refusal is enough too.';
comment on column dead_letter.state is 'RESOLVED once a record of the same source and id, or a correction in its place, was booked; DISCARDED by a person.';
comment on column dead_letter.mirrored_at is 'When the topic of dead letters had its copy; null until then.';

create table ingest_gap (
    id            bigint generated always as identity primary key,
    topic         text not null,
    partition     integer not null,
    topic_id      uuid not null,
    from_offset   bigint not null,
    new_topic_id  uuid not null,
    to_offset     bigint not null,
    paused_reason text not null,
    reason        text not null,
    actor         text not null,
    accepted_at   timestamptz(3) not null
);

comment on table ingest_gap is 'Every time a person let a paused partition go on, and what was passed over: from_offset of topic_id up to to_offset of new_topic_id; nothing where the two are equal.';

create table call_party (
    identity   uuid primary key,
    account_id text not null,
    caller     text,
    callee     text,
    ended_at   timestamptz(3) not null
);

comment on table call_party is 'Full numbers of people, by the record''s identity. Erasable: no figure, file or hash of the ledger rests on it.';
comment on column call_party.ended_at is 'When the call ended: retention counts from here.';

create table raw_record (
    identity    uuid primary key,
    value       bytea not null,
    headers     json,
    received_at timestamptz(3) not null
);

comment on table raw_record is 'The bytes of each booked record as received, by its identity. Erasable: no figure, file or hash of the ledger rests on it.';
comment on column raw_record.headers is 'Kafka headers in their order, [{key, value}] with values in base64, the content type among them; null when there were none.';
