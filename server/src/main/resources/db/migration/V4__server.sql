-- What the server itself keeps: keys of callers, answers given, the place of the test clock.

create table api_key (
    id         text primary key,
    hash       bytea not null unique check (octet_length(hash) = 32),
    role       text not null check (role in ('OPERATOR', 'FINANCE', 'AUDITOR', 'PLATFORM')),
    account_id text,
    created_at timestamptz(3) not null default now(),
    revoked_at timestamptz(3),
    check ((role = 'PLATFORM') or account_id is null)
);

comment on table api_key is 'Keys that open the HTTP API.';
comment on column api_key.id is 'Names the key as the actor of events; no secret.';
comment on column api_key.hash is 'SHA-256 of the key; the key itself is kept by its holder only.';
comment on column api_key.account_id is 'The one account a platform''s key may see.';

create table idempotency_key (
    account_id text not null,
    path       text not null,
    key        text not null,
    body_hash  bytea not null,
    status     smallint,
    answer     text,
    created_at timestamptz(3) not null default now(),
    primary key (account_id, path, key)
);

comment on table idempotency_key is 'Every success answered to a request that moves money or minutes, kept for ever and written with its effect.';
comment on column idempotency_key.body_hash is 'SHA-256 of the request as it was understood.';
comment on column idempotency_key.status is 'Empty only while the transaction that claims the key runs.';
comment on column idempotency_key.answer is 'The body answered, to the byte.';

create table ledger_clock (
    id            smallint primary key check (id = 1),
    offset_millis bigint not null
);

comment on table ledger_clock is 'The place of the test clock, as its distance from real time; empty on a ledger that never had one.';

create table number_key (
    id          smallint primary key check (id = 1),
    fingerprint text not null
);

comment on table number_key is 'What the secret that turns numbers into tokens was when the ledger began: every process on it must have the same.';
