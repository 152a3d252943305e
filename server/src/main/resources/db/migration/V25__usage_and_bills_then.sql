-- Usage and bills as any position of the ledger left them. Both are built from the first event when the server starts.

-- it reads the whole ledger, however long that takes
set local statement_timeout = 0;
set local transaction_timeout = 0;

truncate usage_detail, usage_day, agent_day, usage_source;
delete from projection_token where projection = 'usage';
update projection_position set position = 0, error = null where name = 'usage';

alter table usage_detail add column position bigint not null;
comment on column usage_detail.position is 'Of the event that the row follows from.';

create table usage_gone (
    like usage_detail including comments,
    gone_at bigint not null,
    primary key (account_id, billing_month, ended_at, source, record_id)
);

comment on table usage_gone is 'The rows of the usage detail that corrections took away while their month was open.';
comment on column usage_gone.gone_at is 'Position of the event that took it away.';

truncate bill_line, bill_allowance, bill_usage, bill_adjustment, bill_open_month;
delete from projection_token where projection = 'bills';
update projection_position set position = 0, error = null where name = 'bills';

alter table bill_usage add column stream text collate "C" not null;
alter table bill_usage drop constraint bill_usage_pkey;
alter table bill_usage add primary key (account_id, month, used_in, meter, pack_id, stream);
comment on column bill_usage.stream is 'The pool it was drawn from.';

create table bill_checkpoint (
    stream   text collate "C" not null,
    sequence bigint not null,
    position bigint not null,
    month    text collate "C" not null,
    used_in  text collate "C" not null,
    pack_id  text collate "C" not null,
    minutes  bigint not null,
    primary key (stream, sequence, month, used_in, pack_id)
);

comment on table bill_checkpoint is 'What bill_usage held of a pool after every thousandth of its events: an earlier instant is read from there on. May be emptied at any time; the same figures are then read from the first event on.';
comment on column bill_checkpoint.month is 'Empty in the row that says that there is a checkpoint.';

-- All but the usage itself is little, and is read without passing over it. An index over what is never written to costs
-- bookings nothing.
create index ledger_event_not_usage on ledger_event (aggregate_id, sequence)
    where event_type <> all (array['packs.minutes-drawn', 'usage.usage-listed']);

-- One customer may have most of the ledger: told how many streams there are in truth, the database would rather read all of
-- it than the index of the stream that is asked for.
alter table ledger_event alter column aggregate_id set (n_distinct = -0.01);
analyze ledger_event (aggregate_id);
