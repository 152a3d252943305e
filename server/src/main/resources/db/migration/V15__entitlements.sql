-- Which edition was in force when, and uses that no plan in force included: kept with the resources, which are built from
-- the first event when the server starts.

truncate resource_view;
delete from projection_token where projection = 'resources';
update projection_position set position = 0, error = null where name = 'resources';

create table plan_stretch (
    resource_id    text collate "C" not null,
    edition        text collate "C" not null,
    account_id     text collate "C" not null,
    application_id bigint not null,
    family         text collate "C" not null,
    region         text,
    product        text not null,
    trial          boolean not null,
    valid_from     timestamptz(3) not null,
    valid_until    timestamptz(3) not null,
    primary key (resource_id, edition)
);

create index plan_stretch_of_application on plan_stretch (application_id, account_id);

comment on table plan_stretch is 'When a plan or a trial was in force in which edition: an upgrade ends one stretch and begins the next.';

create table restricted_use (
    account_id     text collate "C" not null,
    application_id bigint not null,
    code           text collate "C" not null,
    day            date not null,
    ended_at       timestamptz(3) not null,
    source         text collate "C" not null,
    record_id      text collate "C" not null,
    editions       text not null,
    primary key (account_id, application_id, code, day, ended_at, source, record_id)
);

comment on table restricted_use is 'Uses that no plan in force included and that are not stated yet; of applications that have seats.';
comment on column restricted_use.editions is 'Which editions include what was used.';

create table entitlement_exceeded (
    account_id     text collate "C" not null,
    application_id bigint not null,
    code           text collate "C" not null,
    day            date not null,
    primary key (account_id, application_id, code, day)
);

comment on table entitlement_exceeded is 'What was stated; it is stated once.';
