-- A pack's balance changes with every call. No index may rest on what changes then, so that a row is renewed in place.

drop index pack_view_due;
alter table pack_view add column has_minutes boolean not null generated always as (remaining > 0) stored;
create index pack_view_due on pack_view (valid_until) where has_minutes;
alter table pack_view set (fillfactor = 80);

comment on column pack_view.has_minutes is 'Whether anything is left to lapse.';

alter table bill_usage set (fillfactor = 80);
alter table usage_day set (fillfactor = 90);

comment on table projection_token is 'Of servers before read models stood by each other without it; kept while such a server may run.';
