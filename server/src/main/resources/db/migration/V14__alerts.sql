-- What accounts are told: alerts, which are built from the first event when the server starts, and where they are sent.

create table alert_view (
    alert_id   text collate "C" primary key,
    account_id text collate "C" not null,
    kind       text not null,
    raised_at  timestamptz(3) not null,
    subject    text not null,
    message    text not null,
    position   bigint not null,
    event_type text not null
);

create index alert_view_of_account on alert_view (account_id, raised_at, alert_id);

comment on table alert_view is 'Alerts that follow from events; refused records are told of from dead_letter.';
comment on column alert_view.alert_id is 'Made of the cause: the same cause has the same id however often it is worked out.';

insert into projection_position (name) values ('alerts');

-- Packs have their ends announced: they are built from the first event.
truncate pack_view;
delete from projection_token where projection = 'packs';
update projection_position set position = 0, error = null where name = 'packs';

drop index pack_view_due;
alter table pack_view add column next_step timestamptz(3) not null;
create index pack_view_due on pack_view (next_step) where has_minutes;

comment on column pack_view.next_step is 'The next reminder of the end, or else the end; what a plan includes ends without one.';

create table webhook (
    id                bigint generated always as identity primary key,
    account_id        text collate "C",
    name              text collate "C" not null,
    url               text not null,
    host              text not null,
    kinds             text[] not null,
    active            boolean not null,
    off_reason        text,
    secret            text not null,
    since_position    bigint not null,
    since_dead_letter bigint not null,
    created_at        timestamptz(3) not null,
    unique nulls not distinct (account_id, name)
);

comment on table webhook is 'Addresses that alerts are sent to.';
comment on column webhook.account_id is 'Null of the platform''s own, which hear of every refused record.';
comment on column webhook.kinds is 'What it wants to hear of; empty for all.';
comment on column webhook.off_reason is 'Why it was switched off where the receiver asked for that; null otherwise.';
comment on column webhook.secret is 'Enciphered with a key outside the database.';
comment on column webhook.since_position is 'It hears of what lies behind: the last event there was when it was set, and the last dead letter.';

create table webhook_delivery (
    id              bigint generated always as identity primary key,
    webhook_id      bigint not null references webhook on delete cascade,
    alert_id        text collate "C" not null,
    kind            text not null,
    body            text not null,
    state           text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
    attempts        integer not null default 0,
    status          integer,
    error           text,
    created_at      timestamptz(3) not null,
    attempted_at    timestamptz(3),
    next_attempt_at timestamptz(3),
    unique (webhook_id, alert_id),
    check ((state = 'PENDING') = (next_attempt_at is not null))
);

create index webhook_delivery_due on webhook_delivery (next_attempt_at, id) where state = 'PENDING';
create index webhook_delivery_of_webhook on webhook_delivery (webhook_id, id);

comment on table webhook_delivery is 'One row for each alert and address that was to hear of it; made once, whatever is built anew.';
comment on column webhook_delivery.status is 'What the receiver answered last; null where it did not answer.';
comment on column webhook_delivery.next_attempt_at is 'By real time; while it is being tried, when others may take it for abandoned.';

create table alert_follower (
    id       smallint primary key check (id = 1),
    position bigint not null
);

comment on table alert_follower is 'Up to where events were looked through for alerts to send; it only ever moves forward.';

-- What happened before there were webhooks is nobody's news.
insert into alert_follower (id, position) select 1, coalesce(max(position), 0) from ledger_event;

create table alert_raised (
    alert_id text collate "C" primary key
);

comment on table alert_raised is 'Alerts that were looked at for sending, for ever: a cause that comes again is sent to nobody.';

alter table dead_letter add column alerted_at timestamptz(3);
update dead_letter set alerted_at = received_at;
-- The outbox to webhooks.
create index dead_letter_unalerted on dead_letter (id) where alerted_at is null;
create index dead_letter_of_account on dead_letter (account_id, received_at, id) where length(account_id) <= 20;

comment on column dead_letter.alerted_at is 'When whoever wants to hear of it was put down to be told; null until then.';
