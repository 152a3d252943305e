package io.minutebook.reporting.comparison;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.reporting.feed.LedgerEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does the comparisons that are due or were asked for, one after the other, in one process however many run: who does
 * them holds a lock that PostgreSQL gives back with its connection. One that was cut short is begun again.
 */
public final class ComparisonWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ComparisonWorker.class);

    private static final long LOCK = 7_236_026;
    private static final long RHYTHM_NANOS = Duration.ofMillis(500).toNanos();

    private final DataSource dataSource;
    private final TransactionOperations transactions;
    private final LedgerEvents events;
    private final Comparisons comparisons;
    private final Times times;
    private final InstantSource clock;
    private volatile boolean closed;
    private @Nullable LocalDate lastDay;
    private @Nullable Thread thread;

    /**
     * One that does nothing yet.
     *
     * @param clock real time
     */
    public ComparisonWorker(
            DataSource dataSource,
            TransactionOperations transactions,
            LedgerEvents events,
            Times times,
            InstantSource clock) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.events = events;
        this.comparisons = new Comparisons(dataSource);
        this.times = times;
        this.clock = clock;
    }

    /**
     * When one is due by itself.
     *
     * @param at of each day in Asia/Shanghai
     * @param accounts how many are compared; 0 for none
     */
    public record Times(LocalTime at, int accounts) {}

    public void start() {
        thread = Thread.ofPlatform().daemon().name("comparison").start(this::work);
    }

    /** Lets it finish the account in hand; what is left is done here or elsewhere. */
    @Override
    public void close() {
        closed = true;
        if (thread == null) return;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        boolean isFailing = false;
        while (!closed) {
            try {
                putDownWhatIsDue();
                if (comparisons.open().isPresent()) compareAlone();
                isFailing = false;
            } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException outage) {
                if (!isFailing) LOG.warn("Comparisons wait for the database: {}", outage.getMessage());
                isFailing = true;
            }
            LockSupport.parkNanos(RHYTHM_NANOS);
        }
    }

    private void putDownWhatIsDue() {
        if (times.accounts() == 0) return;
        var now = clock.instant().atZone(BusinessTime.ZONE);
        var today = now.toLocalDate();
        if (today.equals(lastDay) || now.toLocalTime().isBefore(times.at())) return;
        comparisons.due(today, times.accounts());
        lastDay = today;
    }

    private void compareAlone() {
        try (var held = dataSource.getConnection()) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(held, true));
            if (!ask(jdbc, "select pg_try_advisory_lock(?)")) return;
            try {
                compareAll(held);
            } finally {
                ask(jdbc, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("the connection of a comparison was lost", failure);
        }
    }

    private static boolean ask(JdbcTemplate jdbc, String question) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, LOCK));
    }

    private void compareAll(Connection held) throws SQLException {
        for (var next = comparisons.open(); next.isPresent() && !closed; next = comparisons.open()) {
            var comparison = next.get();
            try {
                compare(comparison, held);
            } catch (QueryTimeoutException tooMuch) { // it would take as long again
                LOG.error("Comparison {} is given up", comparison.id(), tooMuch);
                comparisons.givenUp(comparison.id(), tooMuch.toString());
            } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException outage) {
                throw outage;
            } catch (RuntimeException cause) {
                LOG.error("Comparison {} is given up", comparison.id(), cause);
                comparisons.givenUp(comparison.id(), cause.toString());
            }
        }
    }

    private void compare(Comparison comparison, Connection held) throws SQLException {
        comparisons.begun(comparison.id());
        var accounts = comparisons.accountsOf(comparison);
        LOG.info("Comparison {} of {} accounts, seed {}", comparison.id(), accounts.size(), comparison.seed());
        var sides = new AccountComparison(dataSource, events, held);
        try {
            sides.create();
            for (var account : accounts) {
                if (closed) return;
                compare(comparison, account, sides);
            }
        } finally {
            sides.giveBack();
        }
        comparisons.finished(comparison.id());
    }

    private void compare(Comparison comparison, AccountId account, AccountComparison sides) throws SQLException {
        var found = sides.compare(account);
        if (found.isEmpty()) {
            LOG.warn("Account {} is left out: a read model is being built from the first event on", account);
            return;
        }
        if (found.get().lines() > 0) tell(comparison, account, found.get());
        comparisons.compared(comparison.id());
    }

    /** No values: they are in the answer to who may ask for them. */
    private void tell(Comparison comparison, AccountId account, Found found) {
        transactions.executeWithoutResult(_ -> comparisons.found(comparison.id(), account, found));
        var first = found.first().getFirst();
        LOG.error(
                "Read models of account {} differ from its events in {} places, the first in {} of {} at position {}",
                account,
                found.lines(),
                first.column() == null ? "a row" : first.column(),
                first.table(),
                first.position());
    }
}
