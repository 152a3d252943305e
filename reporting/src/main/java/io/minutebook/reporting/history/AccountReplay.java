package io.minutebook.reporting.history;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.months.MonthEvent;
import io.minutebook.billing.months.Months;
import io.minutebook.billing.months.MonthsAggregate;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.accounts.EventFilter;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.bills.BillsProjection;
import io.minutebook.reporting.feed.FoundEvent;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.months.MonthStatuses;
import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageProjection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * The read models of one account as they were at a position: built from its events by the projections that build the
 * live ones, in temporary tables of one connection, so that the same questions have the same answers.
 */
public final class AccountReplay {

    private static final int EVENTS_PER_BATCH = 4_000;
    private static final List<Projection> REPLAYED = List.of(new UsageProjection(), new BillsProjection());

    /** Each holds a connection while it reads with another. */
    private static final Semaphore AT_A_TIME = new Semaphore(2);

    private final DataSource dataSource;
    private final AccountEvents accountEvents;
    private final LedgerEvents events;

    public AccountReplay(DataSource dataSource, AccountEvents accountEvents, LedgerEvents events) {
        this.dataSource = dataSource;
        this.accountEvents = accountEvents;
        this.events = events;
    }

    /**
     * The answer to a question about usage or bills.
     *
     * @param question asks the tables of that position, which end with the answer
     */
    public <T> T ask(AccountId accountId, long upTo, Function<Then, T> question) {
        AT_A_TIME.acquireUninterruptibly();
        try (var connection = dataSource.getConnection()) {
            return ask(accountId, upTo, question, connection);
        } catch (SQLException failed) {
            throw new SQLStateSQLExceptionTranslator().translate("replay an account", null, failed);
        } finally {
            AT_A_TIME.release();
        }
    }

    /** Each statement is a transaction of its own: a long one would hold up every reader of the ledger. */
    private <T> T ask(AccountId accountId, long upTo, Function<Then, T> question, Connection connection)
            throws SQLException {
        var beside = new SingleConnectionDataSource(connection, true);
        var jdbc = new JdbcTemplate(beside);
        try {
            createTables(jdbc);
            var months = months(upTo);
            var batch = new Batch(jdbc, months);
            accountEvents.forEach(accountId, EventFilter.upTo(upTo), stored -> batch.add(events.eventOf(stored)));
            batch.end();
            return question.apply(Then.of(beside, months));
        } finally {
            giveBack(jdbc, connection);
        }
    }

    /** What had been said of months; few events, which all accounts share. */
    private List<LedgerEvent> months(long upTo) {
        return events.allOf(MonthsAggregate.STREAM).stream()
                .map(FoundEvent::stored)
                .filter(stored -> stored.position() <= upTo)
                .map(events::eventOf)
                .toList();
    }

    /** Whom to ask about the position. */
    public record Then(Usage usage, Bills bills) {

        static Then of(DataSource tables, List<LedgerEvent> months) {
            var known = months.stream()
                    .map(event -> (MonthEvent) event.fact())
                    .reduce(Months.NONE, Months::evolve, (first, _) -> first);
            MonthStatuses statuses =
                    month -> known.isFinal(month) ? MonthStatus.FINAL : MonthStatus.PROVISIONAL;
            return new Then(new Usage(tables, statuses), new Bills(tables, statuses));
        }
    }

    /** A path of its own makes the database look the names up anew that it knew as those of the live tables. */
    private static void createTables(JdbcTemplate jdbc) {
        jdbc.execute("set search_path = pg_temp, public");
        for (var projection : REPLAYED) {
            for (var table : projection.tables()) {
                jdbc.execute("create temporary table %1$s (like public.%1$s including all)".formatted(table));
            }
        }
    }

    /** Whoever has the connection next must see the live tables; one that cannot be cleared is of no more use. */
    private static void giveBack(JdbcTemplate jdbc, Connection connection) throws SQLException {
        try {
            jdbc.execute("discard temp");
            jdbc.execute("reset search_path");
        } catch (DataAccessException failed) {
            connection.abort(Runnable::run);
            throw failed;
        }
    }

    /** The events that are not written yet, those of months among them at their positions. */
    private static final class Batch {
        private final JdbcTemplate jdbc;
        private final Deque<LedgerEvent> months;
        private List<EventBatch> batches = begin();
        private int added;

        Batch(JdbcTemplate jdbc, List<LedgerEvent> months) {
            this.jdbc = jdbc;
            this.months = new ArrayDeque<>(months);
        }

        private static List<EventBatch> begin() {
            return REPLAYED.stream().map(Projection::begin).toList();
        }

        void add(LedgerEvent event) {
            while (!months.isEmpty() && months.getFirst().position() < event.position()) take(months.removeFirst());
            take(event);
        }

        void end() {
            while (!months.isEmpty()) take(months.removeFirst());
            write();
        }

        private void take(LedgerEvent event) {
            for (var batch : batches) batch.add(event);
            if (++added % EVENTS_PER_BATCH == 0) write();
        }

        private void write() {
            for (var batch : batches) batch.write(jdbc);
            batches = begin();
        }
    }
}
