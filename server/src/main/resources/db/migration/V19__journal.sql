-- The journal: built from the first event when the server starts.

create table journal_posting (
    position       bigint not null,
    line           integer not null,
    month          text collate "C" not null,
    at             timestamptz(3) not null,
    account_id     text collate "C" not null,
    kind           text collate "C" not null,
    ledger_account text collate "C" not null,
    amount_fen     bigint not null,
    resource_id    text collate "C",
    order_id       text collate "C",
    primary key (position, line),
    constraint journal_posting_moves_something check (amount_fen <> 0)
);

create index journal_posting_of_month on journal_posting (month, position, line);
create index journal_posting_of_account on journal_posting (account_id, month, position, line);

comment on table journal_posting is 'What events moved, one row per posting; but for draws and corrections, of which there are too many.';
comment on column journal_posting.position is 'Of the event; its postings sum to zero.';
comment on column journal_posting.amount_fen is 'Above zero a debit, below a credit.';

create table journal_usage (
    account_id     text collate "C" not null,
    month          text collate "C" not null,
    pack_id        text collate "C" not null,
    income_account text collate "C" not null,
    earned_fen     bigint not null,
    broken_fen     bigint not null,
    primary key (month, account_id, pack_id)
) with (fillfactor = 80);

comment on table journal_usage is 'What the draws and corrections of a month''s usage moved of each pack: from deferred revenue to income, and to or from breakage.';
comment on column journal_usage.broken_fen is 'Below zero where calls that came late took lapsed minutes back.';

create table journal_pack (
    pack_id    text collate "C" primary key,
    account_id text collate "C" not null,
    paid_fen   bigint not null
);

comment on table journal_pack is 'What was paid for each pack, which the worth of a drawn minute follows from.';

create table journal_term (
    account_id  text collate "C" not null,
    resource_id text collate "C" not null,
    order_id    text collate "C" not null,
    starts      timestamptz(3) not null,
    ends        timestamptz(3) not null,
    paid_fen    bigint not null,
    ended_at    timestamptz(3),
    primary key (account_id, resource_id, order_id)
);

comment on table journal_term is 'Terms that were paid for; the postings of their days follow from these rows and the time.';
comment on column journal_term.ended_at is 'When it ended before its time; what was left then is posted with the event.';

create table journal_voucher (
    account_id text collate "C" not null,
    voucher_id text collate "C" not null,
    left_fen   bigint not null,
    lapses_at  timestamptz(3),
    primary key (account_id, voucher_id)
);

comment on table journal_voucher is 'What is left on vouchers; the posting of a lapse follows from these rows and the time.';

insert into projection_position (name) values ('journal');
