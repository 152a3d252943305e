-- Replays: a read model is built anew beside the live one, which serves until the new one takes its place.

create schema rebuild;

comment on schema rebuild is 'Tables of read models that are being built anew; they move to public when they take the place of the live ones.';

create table projection_replay (
    id           bigint generated always as identity primary key,
    projection   text not null,
    requested_by text not null,
    requested_at timestamptz(3) not null default now(),
    position     bigint not null default 0,
    finished_at  timestamptz(3),
    error        text,
    constraint projection_replay_fails_at_its_end check (error is null or finished_at is not null)
);

create unique index projection_replay_open on projection_replay (projection) where finished_at is null;

comment on table projection_replay is 'Every time somebody had a read model built anew; at most one of a projection is open.';
comment on column projection_replay.requested_by is 'The API key, or command-line.';
comment on column projection_replay.position is 'The index of the last event in the tables beside; moves in the transaction of their rows.';
comment on column projection_replay.error is 'Why it was given up, and the live read model kept; null when the new one took its place.';
