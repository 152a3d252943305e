-- Plans, add-ons, numbers and trials as their last events left them; built from the first event when the server starts.

create table resource_view (
    resource_id    text collate "C" primary key,
    account_id     text collate "C" not null,
    kind           text collate "C" not null,
    part           text collate "C" not null,
    application_id bigint,
    region         text,
    quantity       bigint not null,
    valid_from     timestamptz(3) not null,
    product        text not null,
    valid_until    timestamptz(3) not null,
    next_step      timestamptz(3) not null,
    auto_renew     boolean not null,
    state          text not null,
    due_at         timestamptz(3) generated always as (
                       case when state <> 'ACTIVE' or part = 'PACK' then null
                           when part in ('PLAN', 'NUMBER') then next_step
                           else valid_until end) stored
);

create index resource_view_of_account on resource_view (account_id, resource_id);
create index resource_view_due on resource_view (due_at) where due_at is not null;

comment on column resource_view.kind is 'Who is told that time has passed.';
comment on column resource_view.next_step is 'The next reminder of the end, or else the end; it counts for plans and numbers, whose end is announced.';
comment on column resource_view.due_at is 'When time next changes it; null once it is over, and for packs of bot messages, of whose end nobody is told.';

insert into projection_position (name) values ('resources');
