-- Closed months: late lines in the usage detail, and bills that nothing is added to. Bills are built from the first event
-- when the server starts; the rows of the usage detail stand as they are.

alter table usage_detail add column taken_back boolean not null default false;
create index usage_detail_late on usage_detail (account_id, late_from_month, ended_at, source, record_id)
    where late_from_month is not null;
create index usage_detail_late_in on usage_detail (account_id, billing_month, ended_at, source, record_id)
    where late_from_month is not null;
create index usage_detail_taken_back on usage_detail (account_id, ended_at, source, record_id) where taken_back;

comment on column usage_detail.taken_back is 'A late line that takes back what a closed month shows: its figures are below zero.';
comment on table usage_detail is 'One row per record of usage, and one for each that a closed month shows and a correction took back; the key is also the order it is shown in.';

truncate bill_line, bill_allowance, bill_usage, bill_adjustment;
delete from projection_token where projection = 'bills';
update projection_position set position = 0, error = null where name = 'bills';

alter table bill_usage add column used_in text collate "C" not null;
alter table bill_usage drop constraint bill_usage_pkey;
alter table bill_usage add primary key (account_id, month, used_in, meter, pack_id);

comment on column bill_usage.month is 'The month it is booked in.';
comment on column bill_usage.used_in is 'The month in which the usage ended; earlier than the one it is booked in where it is late.';

create table bill_open_month (
    month text collate "C" primary key
);

comment on table bill_open_month is 'Each month that was the earliest open one: nothing that came afterwards is billed in an earlier month.';
