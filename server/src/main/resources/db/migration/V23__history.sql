-- What packs held at earlier positions of the ledger, and the producers that usage came from.

create table pack_checkpoint (
    stream      text collate "C" not null,
    sequence    bigint not null,
    position    bigint not null,
    pack_id     text collate "C" not null,
    refunded_at timestamptz(3),
    drawn       bigint not null,
    remaining   bigint not null,
    expired     bigint not null,
    refunded    bigint not null,
    primary key (stream, sequence, pack_id)
);

comment on table pack_checkpoint is 'What the packs of a pool held after every thousandth of its events: an earlier instant is read from there on. May be emptied at any time; the same figures are then read from the first event on.';
comment on column pack_checkpoint.pack_id is 'Empty in the row that says that there is a checkpoint.';

create table usage_source (
    source text collate "C" primary key
);

comment on table usage_source is 'Every producer of which usage was booked, by which a record is found under its id alone.';

-- checkpoints of what was recorded before come with the packs
truncate pack_view;
delete from projection_token where projection = 'packs';
update projection_position set position = 0, error = null where name = 'packs';
