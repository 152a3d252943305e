package io.minutebook.server.webhooks;

import io.minutebook.reporting.alerts.Alert;
import io.minutebook.reporting.alerts.AlertCauses;
import io.minutebook.reporting.feed.SettledLedger;
import io.minutebook.reporting.feed.Stretch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks through the ledger's events, the dead letters and what comparisons found for alerts to send, forward only and on
 * one node at a time. It reads no read model, so that building one anew sends nothing.
 */
final class AlertFollower implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertFollower.class);

    private static final String NAME = "alert follower";
    private static final long LOCK = 7_236_014;
    private static final int REFUSED_AT_ONCE = 500;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration STAND_BY = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final TransactionOperations transactions;
    private final SettledLedger ledger;
    private final AlertOutbox outbox;
    private final Runnable somethingIsDue;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable String told;

    /**
     * A reader that has not begun.
     *
     * @param somethingIsDue told when there may be something to send
     * @param clock real time
     */
    AlertFollower(
            DataSource dataSource,
            TransactionOperations transactions,
            SettledLedger ledger,
            AlertOutbox outbox,
            Runnable somethingIsDue,
            InstantSource clock) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.ledger = ledger;
        this.outbox = outbox;
        this.somethingIsDue = somethingIsDue;
        this.clock = clock;
    }

    /** It ends after what it has in hand. */
    void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        try {
            while (!isOver(STAND_BY)) attempt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails is tried again from where it stands, and nothing is left out. */
    private void attempt() throws InterruptedException {
        try (var connection = dataSource.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) return;
            try {
                followAsLongAs(connection);
            } finally {
                ledger.leave(NAME);
                ask(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException | RuntimeException failed) {
            tell(String.valueOf(failed.getMessage()));
        }
    }

    /** Once for each trouble, however often it is met. */
    private void tell(String trouble) {
        if (!trouble.equals(told)) LOG.warn("Alerts are not looked for at the moment: {}", trouble);
        told = trouble;
    }

    private void followAsLongAs(Connection held) throws SQLException, InterruptedException {
        long position = outbox.position();
        while (held.isValid(1)) {
            var stretch = ledger.after(NAME, position);
            if (!stretch.isEmpty()) {
                take(position, stretch);
                position = stretch.last();
                told = null;
            }
            int refused = takeRefused();
            boolean isIdle = stretch.isEmpty() && refused < REFUSED_AT_ONCE;
            if (isIdle ? isOver(LOOK) : isOver(Duration.ZERO)) return;
        }
    }

    private void take(long from, Stretch stretch) {
        var met = metIn(stretch);
        transactions.executeWithoutResult(_ -> outbox.take(from, stretch.last(), met, clock.instant()));
        if (!met.isEmpty()) somethingIsDue.run();
    }

    private static Map<String, Alert> metIn(Stretch stretch) {
        var met = new LinkedHashMap<String, Alert>();
        for (var event : stretch.events()) {
            AlertCauses.alertOf(event).ifPresent(alert -> met.putIfAbsent(alert.alertId(), alert));
        }
        return met;
    }

    private int takeRefused() {
        Integer refused = transactions.execute(_ -> outbox.takeRefused(REFUSED_AT_ONCE, clock.instant())
                + outbox.takeDiffering(REFUSED_AT_ONCE, clock.instant()));
        if (refused == null || refused == 0) return 0;
        somethingIsDue.run();
        return refused;
    }

    private boolean isOver(Duration pause) throws InterruptedException {
        return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
