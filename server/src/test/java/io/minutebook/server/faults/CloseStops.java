package io.minutebook.server.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Steps of a close at which the database lets nobody go on: whoever has taken one, and has not committed it, stands
 * still there until it is cut off.
 */
final class CloseStops implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Whoever holds it closes months; others leave them alone. */
    private static final long TURN = 7_236_021;

    private static final long STOP = 7_236_099;

    /** Each file takes its time, so that files of some accounts are kept before those of others are written. */
    private static final String STAND_STILL = """
            create table close_stop (step text not null);
            create function stand_still() returns trigger language plpgsql security definer as $$
            declare
                done jsonb := to_jsonb(new);
                reached text := concat_ws(' ', tg_op, tg_table_name, done ->> 'account_id', done ->> 'kind',
                                          done ->> 'event_type');
            begin
                if exists (select from close_stop where step = reached) then
                    perform pg_advisory_lock(%d);
                end if;
                if tg_table_name = 'month_file' then perform pg_sleep(0.1); end if;
                return null;
            end $$;
            create trigger stop after insert or update on month_close for each row execute function stand_still();
            create trigger stop after insert on month_file for each row execute function stand_still();
            create trigger stop after insert on ledger_event for each row
                when (new.event_type like 'months.%%') execute function stand_still()""".formatted(STOP);

    private final Connection superuser;
    private final JdbcTemplate jdbc;

    CloseStops(String superuserUrl) throws SQLException {
        this.superuser = DriverManager.getConnection(superuserUrl);
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(superuser, true));
        jdbc.execute(STAND_STILL);
        jdbc.queryForList("select pg_advisory_lock(?)", STOP);
    }

    /** All steps of a close, in the order in which they are taken. */
    static List<String> of(List<String> accounts) {
        var steps = new ArrayList<>(List.of(
                "INSERT month_close", "UPDATE month_close", "INSERT ledger_event months.month-closed"));
        for (var account : accounts.stream().sorted().toList()) {
            for (var kind : List.of("USAGE", "BILL", "BILL_DETAIL")) steps.add("INSERT month_file " + account + " " + kind);
        }
        steps.add("INSERT month_file  MANIFEST");
        steps.add("INSERT ledger_event months.month-finalised");
        return steps;
    }

    void stopAt(String step) {
        jdbc.update("insert into close_stop values (?)", step);
    }

    /** Until somebody closes no more. */
    void takeTheTurn() {
        jdbc.queryForList("select pg_advisory_lock(?)", TURN);
    }

    void leaveTheTurn() {
        jdbc.queryForList("select pg_advisory_unlock(?)", TURN);
    }

    void awaitSomebodyAtTheStop() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> count(
                "select count(*) from pg_locks where locktype = 'advisory' and objid = " + STOP + " and not granted") > 0);
    }

    /** Ends what is left in the database of a process that is dead, and lets others pass. */
    void clear(String process) {
        jdbc.update("delete from close_stop");
        jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?", process);
        await().atMost(PATIENCE).until(() -> count(
                "select count(*) from pg_stat_activity where application_name = '" + process + "'") == 0);
    }

    long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
