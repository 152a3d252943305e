-- Packs of bot messages by application, and what chat plans include of them: packs and bills are built from the first
-- event when the server starts.

truncate pack_view, bill_line, bill_usage;
delete from projection_token where projection in ('packs', 'bills');
update projection_position set position = 0, error = null where name in ('packs', 'bills');

alter table pack_view add column application_id bigint;
alter table pack_view add column included boolean not null default false;

comment on column pack_view.application_id is 'Of bot messages alone, which the figures count then.';
comment on column pack_view.included is 'Whether a month of a plan includes it, which begins at bought_at; else it was bought.';

create table bill_allowance (
    account_id  text collate "C" not null,
    pack_id     text collate "C" not null,
    product     text not null,
    order_id    text collate "C",
    valid_from  timestamptz(3) not null,
    valid_until timestamptz(3) not null,
    messages    bigint not null,
    primary key (account_id, pack_id)
);

comment on table bill_allowance is 'Bot messages that a month of a plan includes; no order of a trial''s.';
comment on column bill_line.minutes is 'What a pack grants, minutes or bot messages; null for what grants none.';
comment on column bill_usage.minutes is 'Bot messages where that is the meter.';
