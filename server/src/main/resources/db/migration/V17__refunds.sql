-- How accounts stand, what was refunded to them and what may not be: accounts and packs are built from the first event
-- when the server starts.

truncate account_view, voucher_view, order_view, order_line_view, pack_view;
delete from projection_token where projection in ('accounts', 'packs');
update projection_position set position = 0, error = null where name in ('accounts', 'packs');

alter table account_view add column standing text not null default 'GOOD';
alter table pack_view add column refunded_at timestamptz(3);
create index order_line_view_of_resource on order_line_view (resource_id);

comment on column pack_view.refunded_at is 'When it was given back for money, which ended its time; null where it was not.';

create table violation_view (
    account_id   text collate "C" not null,
    violation_id text collate "C" not null,
    rule         text not null,
    finding      text not null,
    found_by     text not null,
    found_at     timestamptz(3) not null,
    outcome      text,
    reason       text,
    decided_by   text,
    decided_at   timestamptz(3),
    primary key (account_id, violation_id)
);

comment on column violation_view.outcome is 'Of the last appeal; null where nobody appealed.';

create table refund_view (
    refund_id         text collate "C" primary key,
    account_id        text collate "C" not null,
    resource_id       text collate "C" not null,
    product           text not null,
    granted_at        timestamptz(3) not null,
    quote_id          text not null,
    rule              text not null,
    rule_version      integer not null,
    orders            text not null,
    paid_fen          bigint not null,
    consumed          text not null,
    discount_now      text not null,
    formula           text not null,
    cash_fen          bigint not null,
    gift_fen          bigint not null,
    revenue_share_fen bigint not null
);

create index refund_view_of_account on refund_view (account_id, refund_id);

comment on column refund_view.orders is 'One after the other, with blanks between.';
comment on column refund_view.consumed is 'What was taken off, as a decimal of as many places as it takes, at most eight.';

create table refund_veto_view (
    account_id  text collate "C" not null,
    veto_id     text collate "C" not null,
    resource_id text collate "C",
    reason      text not null,
    vetoed_by   text not null,
    vetoed_at   timestamptz(3) not null,
    lift_reason text,
    lifted_by   text,
    lifted_at   timestamptz(3),
    primary key (account_id, veto_id)
);

comment on column refund_veto_view.resource_id is 'Null of all that the account has.';
