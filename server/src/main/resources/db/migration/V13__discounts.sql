-- What each line of an order was sold under, and vouchers that lapse as an event: built from the first event when the
-- server starts.

truncate account_view, voucher_view, order_view, order_line_view;
delete from projection_token where projection = 'accounts';
update projection_position set position = 0, error = null where name = 'accounts';

alter table order_line_view add column discount_fen bigint not null;
alter table order_line_view add column discount_source text;
alter table order_line_view add column discount_name text;
alter table order_line_view add column discount_kind text;
alter table order_line_view add column discount_value text;
alter table order_line_view add column discount_refundable boolean;

comment on column order_line_view.discount_source is 'With the columns after it the discount that the line was sold under; null at the list price.';

create index voucher_view_due on voucher_view (valid_until) where left_fen > 0;

comment on column voucher_view.left_fen is 'Nothing once it is used up or has lapsed.';
