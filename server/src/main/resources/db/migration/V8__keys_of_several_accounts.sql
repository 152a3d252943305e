-- A platform may serve several accounts with one key. The old column stays for nodes that are not renewed yet.

alter table api_key add column account_ids text[] not null default '{}';

update api_key set account_ids = array[account_id] where account_id is not null;

alter table api_key add constraint api_key_is_bound_for_platforms check (role = 'PLATFORM' or account_ids = '{}');

comment on column api_key.account_ids is 'The only accounts a platform''s key may see; it sees none where there are none.';
comment on column api_key.account_id is 'Written and read by servers before keys could name several accounts; those see nothing with a key made since.';
