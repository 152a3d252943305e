-- The final files of closed months.

create table month_close (
    month    text collate "C" primary key,
    due_at   timestamptz(3) not null,
    asked_by text not null,
    begun_at timestamptz(3) not null default clock_timestamp(),
    ends     json
);

comment on table month_close is 'Closes that were begun: each waits until ingest has passed what lay on Kafka when it fell due.';
comment on column month_close.due_at is 'By the ledger''s clock: when it fell due, or was asked for.';
comment on column month_close.begun_at is 'By real time: it waits no longer than a setting from here.';
comment on column month_close.ends is 'The end offset of each partition that has records, by its number; null until Kafka has told.';

create table month_file (
    month      text collate "C" not null,
    account_id text collate "C" not null,
    kind       text collate "C" not null,
    renderer   text not null,
    rows       bigint not null,
    bytes      bigint not null,
    sha256     text not null,
    minutes    text not null,
    totals_fen bigint[] not null,
    primary key (month, account_id, kind)
);

comment on table month_file is 'Final files of closed months, complete ones alone; that of no account is the manifest, which lists the others.';
comment on column month_file.renderer is 'The layout it is written in, which is frozen.';
comment on column month_file.minutes is 'Of usage detail, METER:billed minutes joined by semicolons.';
comment on column month_file.totals_fen is 'Of bills: list price, discount, amount, voucher, gift, revenue share, cash.';

create table month_file_part (
    month      text collate "C" not null,
    account_id text collate "C" not null,
    kind       text collate "C" not null,
    part       bigint not null,
    content    bytea not null,
    primary key (month, account_id, kind, part)
);

-- read again and again as it is: compressing it would cost more than it saves
alter table month_file_part alter column content set storage external;

comment on table month_file_part is 'The bytes of final files in parts of 1 MiB, the last one shorter.';
