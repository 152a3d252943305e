package io.minutebook.benchmarks.endtoend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a team would otherwise write: a table of calls and one of packs, changed in place, without events, read
 * models, receipts, corrections or history. The same calls as in the run, on the same PostgreSQL, as durable.
 */
final class HandWritten {

    private static final String TABLES =
            """
            create schema if not exists baseline;
            drop table if exists baseline.call, baseline.pack, baseline.draw;
            create table baseline.call as select :columns from usage_detail with no data;
            alter table baseline.call add unique (source, record_id);
            create table baseline.pack (pack_id text primary key, account_id text not null, meter text not null,
                valid_until timestamptz not null, remaining bigint not null, drawn bigint not null default 0);
            create table baseline.draw (source text, record_id text, pack_id text, minutes bigint,
                primary key (source, record_id, pack_id));
            insert into baseline.pack
                select account_id || '-' || meter || '-' || n, account_id, meter,
                       timestamptz '2026-01-01' + n * interval '1 day', case n when 1 then 50 else 1000000000 end, 0
                from (select distinct account_id, meter from baseline.calls_left) as pools, generate_series(1, 2) as n;
            create index on baseline.pack (account_id, meter, valid_until, pack_id) where remaining > 0;
            analyze baseline.pack""";

    private static final String CALLS_LEFT =
            """
            create schema if not exists baseline;
            drop table if exists baseline.calls_left;
            create table baseline.calls_left as
                select row_number() over () as n, * from (
                    select * from usage_detail where billed_minutes > 0
                    order by md5(record_id) limit :calls) as calls;
            create unique index on baseline.calls_left (n)""";

    private static final String CALL =
            """
            insert into baseline.call
            select account_id, billing_month, ended_at, source, record_id, application_id, session_id, leg_id,
                   leg_type, meter, direction, service_number, caller, callee, started_at, answered_at,
                   duration_seconds, billed_minutes, drawn_minutes, uncovered_minutes, pack_draws, late_from_month
            from (values (?, ?, ?::timestamptz, ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz,
                          ?::timestamptz, ?::numeric, ?::bigint, ?::bigint, ?::bigint, ?, ?))
                as c (account_id, billing_month, ended_at, source, record_id, application_id, session_id, leg_id,
                      leg_type, meter, direction, service_number, caller, callee, started_at, answered_at,
                      duration_seconds, billed_minutes, drawn_minutes, uncovered_minutes, pack_draws,
                      late_from_month)
            on conflict (source, record_id) do nothing""";

    private static final String EARLIEST =
            """
            select pack_id, remaining from baseline.pack
            where account_id = ? and meter = ? and remaining > 0 and valid_until > ?::timestamptz
            order by valid_until, pack_id limit 1 for update""";

    private static final String TAKE =
            "update baseline.pack set remaining = remaining - ?, drawn = drawn + ? where pack_id = ?";

    private static final String DRAW = "insert into baseline.draw values (?, ?, ?, ?)";

    private static final String SET_BASED =
            """
            with accepted as (
                insert into baseline.call select :columns from unnest(:arrays) as c (:columns) order by source, record_id
                on conflict (source, record_id) do nothing
                returning account_id, meter, source, record_id, ended_at, billed_minutes
            ), demand as (
                select *, sum(billed_minutes) over (partition by account_id, meter order by ended_at, record_id)
                              as upto
                from accepted
            ), locked as materialized (
                select pack_id, account_id, meter, valid_until, remaining from baseline.pack
                where (account_id, meter) in (select account_id, meter from accepted) and remaining > 0
                order by pack_id for update
            ), supply as (
                select *, sum(remaining) over (partition by account_id, meter order by valid_until, pack_id) as upto
                from locked
            ), draws as (
                select d.source, d.record_id, s.pack_id,
                       least(d.upto, s.upto) - greatest(d.upto - d.billed_minutes, s.upto - s.remaining) as minutes
                from demand d join supply s using (account_id, meter)
                where least(d.upto, s.upto) > greatest(d.upto - d.billed_minutes, s.upto - s.remaining)
            ), kept as (
                insert into baseline.draw select * from draws
            )
            update baseline.pack set remaining = remaining - taken.minutes, drawn = drawn + taken.minutes
            from (select pack_id, sum(minutes) as minutes from draws group by pack_id) as taken
            where pack.pack_id = taken.pack_id""";

    private static final List<String> COLUMNS = List.of(
            "account_id", "billing_month", "ended_at", "source", "record_id", "application_id", "session_id",
            "leg_id", "leg_type", "meter", "direction", "service_number", "caller", "callee", "started_at",
            "answered_at", "duration_seconds", "billed_minutes", "drawn_minutes", "uncovered_minutes",
            "pack_draws", "late_from_month");
    private static final List<String> TYPES = List.of(
            "text", "text", "timestamptz", "text", "text", "bigint", "text", "text", "text", "text", "text", "text",
            "text", "text", "timestamptz", "timestamptz", "numeric", "bigint", "bigint", "bigint", "text", "text");

    private static final int ACCOUNT = 0;
    private static final int ENDED_AT = 2;
    private static final int SOURCE = 3;
    private static final int RECORD = 4;
    private static final int METER = 9;
    private static final int MINUTES = 17;

    private final BenchLedger ledger;

    HandWritten(BenchLedger ledger) {
        this.ledger = ledger;
    }

    /** Calls per second with a transaction for each call: insert it, lock the earliest pack, take, note the draw. */
    double oneTransactionPerCall(int calls, int clients) throws SQLException, InterruptedException {
        var callsLeft = begin(calls);
        double seconds = secondsFor(clients, callsLeft, 1, HandWritten::bookOneByOne);
        requireBooked(calls);
        return calls / seconds;
    }

    /** Calls per second with set-based SQL: one statement and one transaction for many calls. */
    double setBased(int calls, int clients, int callsPerTransaction) throws SQLException, InterruptedException {
        var callsLeft = begin(calls);
        double seconds = secondsFor(clients, callsLeft, callsPerTransaction, HandWritten::bookTogether);
        requireBooked(calls);
        return calls / seconds;
    }

    private List<String[]> begin(int calls) throws SQLException {
        try (var connection = ledger.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(CALLS_LEFT.replace(":calls", Integer.toString(calls)));
            statement.execute(TABLES.replace(":columns", String.join(", ", COLUMNS)));
            ledger.checkpoint();
            var callsLeft = new ArrayList<String[]>();
            var rows = statement.executeQuery(
                    "select " + String.join(", ", COLUMNS) + " from baseline.calls_left order by n");
            while (rows.next()) {
                var call = new String[COLUMNS.size()];
                for (int column = 0; column < call.length; column++) call[column] = rows.getString(column + 1);
                callsLeft.add(call);
            }
            return callsLeft;
        }
    }

    /** A baseline that left calls out would be none. */
    private void requireBooked(int calls) {
        long wrong = ledger.jdbc()
                .sql("""
                        select abs(? - count(*)) + abs(sum(billed_minutes) - (select sum(minutes) from baseline.draw))
                        from baseline.call""")
                .param(calls)
                .query(Long.class)
                .single();
        if (wrong != 0) throw new IllegalStateException("the baseline did not book all calls");
    }

    private interface Booking {
        void book(Connection connection, List<String[]> calls) throws SQLException;
    }

    /** An account belongs to one client, so that clients neither wait for each other nor lock crosswise. */
    private double secondsFor(int clients, List<String[]> callsLeft, int size, Booking booking)
            throws InterruptedException {
        var shares = new ArrayList<List<String[]>>();
        for (int client = 0; client < clients; client++) shares.add(new ArrayList<>());
        callsLeft.forEach(call -> shares.get(Math.floorMod(call[ACCOUNT].hashCode(), clients)).add(call));
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            long startNanos = System.nanoTime();
            CompletableFuture.allOf(shares.stream()
                            .map(share -> CompletableFuture.runAsync(() -> work(share, size, booking), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .get();
            return (System.nanoTime() - startNanos) / 1e9;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a baseline failed", failed.getCause());
        }
    }

    private void work(List<String[]> share, int size, Booking booking) {
        try (var connection = ledger.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < share.size(); from += size) {
                booking.book(connection, share.subList(from, Math.min(share.size(), from + size)));
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a baseline's client failed", e);
        }
    }

    private static void bookOneByOne(Connection connection, List<String[]> calls) throws SQLException {
        for (var call : calls) bookOne(connection, call);
    }

    private static void bookOne(Connection connection, String[] call) throws SQLException {
        if (update(connection, CALL, (Object[]) call) == 0) return;
        long owed = Long.parseLong(call[MINUTES]);
        while (owed > 0) {
            try (var earliest = connection.prepareStatement(EARLIEST)) {
                bind(earliest, call[ACCOUNT], call[METER], call[ENDED_AT]);
                var pack = earliest.executeQuery();
                if (!pack.next()) return;
                long taken = Math.min(owed, pack.getLong(2));
                update(connection, TAKE, taken, taken, pack.getString(1));
                update(connection, DRAW, call[SOURCE], call[RECORD], pack.getString(1), taken);
                owed -= taken;
            }
        }
    }

    private static void bookTogether(Connection connection, List<String[]> calls) throws SQLException {
        try (var statement = connection.prepareStatement(setBasedSql())) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                int index = column;
                var values = calls.stream().map(call -> call[index]).toArray(String[]::new);
                statement.setArray(column + 1, connection.createArrayOf(TYPES.get(column), values));
            }
            statement.executeUpdate();
        }
    }

    private static String setBasedSql() {
        var columns = String.join(", ", COLUMNS);
        var arrays = String.join(", ", TYPES.stream().map(type -> "?::" + type + "[]").toList());
        return SET_BASED.replace(":columns", columns).replace(":arrays", arrays);
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) statement.setObject(index + 1, values[index]);
    }
}
