-- Who looked at what belongs to others.

create table look (
    id           bigint generated always as identity primary key,
    looked_at    timestamptz(3) not null,
    key_id       text not null,
    role         text not null,
    account_id   text collate "C",
    operation    text not null,
    subject      text,
    times        bigint not null check (times > 0),
    full_numbers boolean not null
);

create index look_of_account on look (account_id, id);
create index look_by_time on look (looked_at);

comment on table look is 'Reads of accounts and of full numbers of people; deleted by age.';
comment on column look.looked_at is 'Real time; of several reads a few seconds apart when they were written down.';
comment on column look.subject is 'What was read where it is no account: a dead letter or a record.';
