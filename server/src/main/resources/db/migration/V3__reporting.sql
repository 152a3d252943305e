-- Read models: everything here may be emptied and rebuilt from the ledger's events.

create table projection_token (
    projection varchar(255) not null,
    segment    integer not null,
    token      bytea,
    token_type varchar(255),
    claimed_at varchar(255),
    owner      varchar(255),
    primary key (projection, segment)
);

comment on table projection_token is 'Which process runs a projection, and the token it goes on from.';

create table projection_position (
    name     text primary key,
    position bigint not null default 0,
    error    text
);

comment on table projection_position is 'The index of the last event in each read model; moves in the transaction of its rows.';
comment on column projection_position.error is 'Why the projection stands still; null while it runs.';

insert into projection_position (name) values ('accounts'), ('packs'), ('usage'), ('bills');

create table account_view (
    account_id        text collate "C" primary key,
    name              text not null,
    legal_entity_id   text not null,
    cash_fen          bigint not null default 0,
    gift_fen          bigint not null default 0,
    revenue_share_fen bigint not null default 0
);

create table voucher_view (
    account_id  text collate "C" not null,
    voucher_id  text collate "C" not null,
    left_fen    bigint not null,
    valid_until timestamptz(3),
    primary key (account_id, voucher_id)
);

create table order_view (
    order_id          text collate "C" primary key,
    account_id        text collate "C" not null,
    placed_at         timestamptz(3) not null,
    list_price_fen    bigint not null,
    discount_fen      bigint not null,
    payable_fen       bigint not null,
    voucher_fen       bigint not null,
    gift_fen          bigint not null,
    revenue_share_fen bigint not null,
    cash_fen          bigint not null,
    warnings          text not null
);

create index order_view_of_account on order_view (account_id, order_id);

comment on column order_view.warnings is 'One a line.';

create table order_line_view (
    order_id       text collate "C" not null,
    line           integer not null,
    product        text not null,
    resource_id    text collate "C" not null,
    quantity       bigint not null,
    unit_price     numeric not null,
    list_price_fen bigint not null,
    amount_fen     bigint not null,
    valid_from     timestamptz(3) not null,
    valid_until    timestamptz(3) not null,
    last_day       date not null,
    primary key (order_id, line)
);

create table pack_view (
    pack_id     text collate "C" primary key,
    account_id  text collate "C" not null,
    meter       text not null,
    product     text not null,
    unit_price  numeric not null,
    bought_at   timestamptz(3) not null,
    valid_until timestamptz(3) not null,
    granted     bigint not null,
    drawn       bigint not null,
    remaining   bigint not null,
    expired     bigint not null,
    refunded    bigint not null,
    constraint pack_view_is_conserved check (granted = drawn + remaining + expired + refunded)
);

create index pack_view_of_account on pack_view (account_id);
create index pack_view_due on pack_view (valid_until) where remaining > 0;

create table usage_detail (
    account_id        text collate "C" not null,
    billing_month     text collate "C" not null,
    ended_at          timestamptz(3) not null,
    source            text collate "C" not null,
    record_id         text collate "C" not null,
    application_id    bigint not null,
    session_id        text,
    leg_id            text,
    leg_type          text,
    meter             text not null,
    direction         text,
    service_number    text,
    caller            text,
    callee            text,
    started_at        timestamptz(3),
    answered_at       timestamptz(3),
    duration_seconds  numeric(12, 3),
    billed_minutes    bigint not null,
    drawn_minutes     bigint not null,
    uncovered_minutes bigint not null,
    pack_draws        text not null,
    late_from_month   text,
    primary key (account_id, billing_month, ended_at, source, record_id),
    constraint usage_detail_adds_up check (billed_minutes = drawn_minutes + uncovered_minutes)
);

comment on table usage_detail is 'One row per record of usage; the key is also the order it is shown in.';
comment on column usage_detail.pack_draws is 'packId:minutes, joined by semicolons.';

create table bill_line (
    account_id        text collate "C" not null,
    month             text collate "C" not null,
    transaction_time  timestamptz(3) not null,
    order_id          text collate "C" not null,
    resource_id       text collate "C" not null,
    family            text not null,
    product           text not null,
    sub_product       text,
    transaction_type  text not null,
    usage_start       timestamptz(3) not null,
    usage_end         timestamptz(3) not null,
    configuration     text not null,
    list_price_fen    bigint not null,
    unit_price        numeric not null,
    quantity          bigint not null,
    unit              text not null,
    discount_fen      bigint not null,
    amount_fen        bigint not null,
    voucher_fen       bigint not null,
    gift_fen          bigint not null,
    revenue_share_fen bigint not null,
    cash_fen          bigint not null,
    primary key (account_id, month, transaction_time, order_id, resource_id, transaction_type),
    constraint bill_line_adds_up check (amount_fen = list_price_fen - discount_fen
        and amount_fen = voucher_fen + gift_fen + revenue_share_fen + cash_fen)
);
