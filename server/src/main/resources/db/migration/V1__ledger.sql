-- The ledger: every decision as an immutable event, in one order.

create table ledger_event (
    position      bigint primary key,
    aggregate_id  text collate "C" not null,
    sequence      bigint not null check (sequence >= 0),
    event_type    text not null,
    event_version smallint not null,
    recorded_at   timestamptz(3) not null,
    metadata      json not null,
    payload       json not null,
    constraint ledger_event_sequence unique (aggregate_id, sequence)
);

comment on table ledger_event is 'Every decision of the ledger; rows are only ever added.';
comment on column ledger_event.position is 'The event''s index: rises in the order events are read; gaps are transactions that were rolled back.';
comment on column ledger_event.aggregate_id is 'The stream: account-ID, order-ID, packs-ACCOUNT-METER or usage-ACCOUNT.';
comment on column ledger_event.sequence is 'Place in its stream: 0, 1, 2 ... without holes.';
comment on column ledger_event.event_type is 'Permanent name of the fact, such as packs.minutes-drawn; the version of its shape stands beside it.';
comment on column ledger_event.recorded_at is 'The ledger''s clock when it was recorded; never goes back along positions.';
comment on column ledger_event.metadata is 'Actor, request or Kafka coordinates, versions of program and price book.';

create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'facts are never edited: % on %', tg_op, tg_table_name;
end
$$;

create trigger ledger_event_is_immutable
    before update or delete or truncate on ledger_event
    for each statement execute function ledger_refuse_change();

create table ledger_snapshot (
    aggregate_id     text collate "C" primary key,
    sequence         bigint not null,
    recorded_at      timestamptz(3) not null,
    snapshot_type    text not null,
    snapshot_version smallint not null,
    payload          json not null
);

comment on table ledger_snapshot is 'State of a stream after one of its events, so that loading it is cheap; may be deleted at any time.';

create sequence ledger_position cache 1;
create sequence ledger_recorded_millis minvalue 0 start 0;
create sequence ledger_id;

comment on sequence ledger_recorded_millis is 'The latest recorded_at given out, in milliseconds since 1970; a register, moved with setval only.';
comment on sequence ledger_id is 'Numbers of orders and resources.';

-- Draws the positions of one transaction's events and the instant they are recorded at.
-- The transaction takes its id before it draws a position, so that a reader can tell when all below is settled.
-- The lock is held for this function only: positions and recorded times then rise together in all processes.
create function ledger_draw_positions(events integer, now_millis bigint,
                                      out first_position bigint, out recorded_millis bigint)
language plpgsql as $$
declare
    drawing constant bigint := 7236001;
begin
    perform pg_current_xact_id();
    perform pg_advisory_lock(drawing);
    begin
        first_position := nextval('ledger_position');
        if events > 1 then
            perform setval('ledger_position', first_position + events - 1);
        end if;
        select greatest(now_millis, last_value) into recorded_millis from ledger_recorded_millis;
        perform setval('ledger_recorded_millis', recorded_millis);
    exception when others then
        perform pg_advisory_unlock(drawing);
        raise;
    end;
    perform pg_advisory_unlock(drawing);
end
$$;
