-- Usage by day, and the minutes on a bill: both are built from the first event when the server starts.

truncate usage_detail, bill_line;
delete from projection_token where projection in ('usage', 'bills');
update projection_position set position = 0, error = null where name in ('usage', 'bills');

create table usage_day (
    account_id        text collate "C" not null,
    day               date not null,
    meter             text collate "C" not null,
    application_id    bigint not null,
    records           bigint not null,
    talk_millis       bigint not null,
    billed_minutes    bigint not null,
    drawn_minutes     bigint not null,
    uncovered_minutes bigint not null,
    primary key (account_id, day, meter, application_id)
);

comment on table usage_day is 'Sums of what was used, by the day it ended on in Asia/Shanghai. What a correction took away is taken off again.';
comment on column usage_day.drawn_minutes is 'What packs gave less what they got back; kept apart from the rows of usage_detail, with which it must agree.';

create table agent_day (
    account_id     text collate "C" not null,
    day            date not null,
    application_id bigint not null,
    agent          uuid not null,
    legs           bigint not null,
    primary key (account_id, day, application_id, agent)
);

comment on column agent_day.agent is 'First half of the SHA-256 over the agent''s id, which may be of any length.';
comment on table agent_day is 'Call legs of each agent by the day they ended on in Asia/Shanghai; 0 where corrections took all of them away.';

create table bill_usage (
    account_id text collate "C" not null,
    month      text collate "C" not null,
    meter      text collate "C" not null,
    pack_id    text collate "C" not null,
    minutes    bigint not null,
    primary key (account_id, month, meter, pack_id)
);

comment on table bill_usage is 'Minutes drawn from each pack for the usage of a month, less those given back; under an empty pack_id what no pack covered.';

alter table bill_line add column minutes bigint;

comment on column bill_line.minutes is 'What a pack grants; null for what grants none.';

create index account_view_of_legal_entity on account_view (legal_entity_id, account_id);
