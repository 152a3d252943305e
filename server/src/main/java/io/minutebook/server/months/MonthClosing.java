package io.minutebook.server.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.ingest.DeadLetters;
import io.minutebook.reporting.feed.SettledIndex;
import io.minutebook.reporting.files.MonthFiles;
import io.minutebook.reporting.files.MonthWriter;
import io.minutebook.reporting.files.NotReadYet;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.server.CloseSettings;
import io.minutebook.server.clock.DueClose;
import io.minutebook.server.clock.DueCloses;
import io.minutebook.server.clock.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Closes the months in their order, one step after the other: a close is begun, waits until ingest has passed what lay on
 * Kafka, is stated by an event that nobody books past, and its final files are written. Each step is kept, so that any
 * node goes on from there; one does it at a time.
 */
@Component
public class MonthClosing implements DueCloses {

    private static final Logger LOG = LoggerFactory.getLogger(MonthClosing.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    /** Beside the wait for ingest. */
    private static final Duration LONGEST_PASSAGE = Duration.ofHours(1);

    private final MonthStatements statements;
    private final BegunCloses begun;
    private final Draining draining;
    private final DeadLetters deadLetters;
    private final MonthBook book;
    private final MonthWriter writer;
    private final MonthFiles files;
    private final SettledIndex settledIndex;
    private final OneCloser oneCloser;
    private final LedgerClock clock;
    private final CloseSettings settings;

    MonthClosing(
            MonthStatements statements,
            BegunCloses begun,
            Draining draining,
            DeadLetters deadLetters,
            MonthBook book,
            MonthWriter writer,
            MonthFiles files,
            SettledIndex settledIndex,
            OneCloser oneCloser,
            LedgerClock clock,
            CloseSettings settings) {
        this.statements = statements;
        this.begun = begun;
        this.draining = draining;
        this.deadLetters = deadLetters;
        this.book = book;
        this.writer = writer;
        this.files = files;
        this.settledIndex = settledIndex;
        this.oneCloser = oneCloser;
        this.clock = clock;
        this.settings = settings;
    }

    /** States at the first start which month is the first that is closed: of a ledger that has events, that of the first. */
    public void beginMonths() {
        if (book.months().first() != null) return;
        var now = clock.instant();
        var usual = BillingMonth.of(book.firstEventAt().orElse(now));
        statements.begun(settings.firstMonthOr(usual, BillingMonth.of(laterOf(now, Instant.now()))), now);
    }

    /** A test clock may begin years before the month that somebody wants to try closing. */
    private static Instant laterOf(Instant byTheLedger, Instant inReality) {
        return byTheLedger.isAfter(inReality) ? byTheLedger : inReality;
    }

    @Override
    public Optional<DueClose> dueBy(Instant instant) {
        if (!settings.automatic()) return Optional.empty();
        return book.months()
                .earliestOpen()
                .map(month -> new DueClose(month, settings.dueAt(month)))
                .filter(due -> !due.at().isAfter(instant));
    }

    @Override
    public void carryOut(DueClose due) {
        var month = due.month();
        begin(due);
        long start = System.nanoTime();
        while (!book.months().isFinal(month)) {
            if (!goOn()) LockSupport.parkNanos(PAUSE_NANOS);
            boolean isGivenUp = System.nanoTime() - start > LONGEST_PASSAGE.toNanos() + settings.longestWait().toNanos();
            if (isGivenUp || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the close of " + month + " is not done yet, and goes on by itself");
            }
        }
    }

    /** What has fallen due and is not begun. */
    Optional<DueClose> due() {
        return dueBy(clock.instant()).filter(due -> !isBegun(due.month()));
    }

    void begin(DueClose due) {
        begin(due.month(), due.at(), MonthStatements.AUTOMATIC);
    }

    void begin(BillingMonth month, Instant dueAt, String askedBy) {
        begun.begin(month, dueAt, askedBy);
    }

    boolean isBegun(BillingMonth month) {
        return begun.find(month).isPresent();
    }

    /** How long ago a close was begun that waits for ingest or for its files; empty where there is none. */
    Optional<Duration> waiting() {
        var months = book.months();
        return months.awaitingFiles().or(months::earliestOpen).flatMap(begun::find).map(BegunClose::waited);
    }

    /** Takes every step that can be taken now; answers whether there was one, which there is not where others are at it. */
    boolean goOn() {
        if (!hasWork()) return false;
        var hasMoved = new boolean[1];
        oneCloser.tryRun(turn -> {
            while (step(turn)) hasMoved[0] = true;
        });
        return hasMoved[0];
    }

    private boolean hasWork() {
        var months = book.months();
        return months.awaitingFiles().isPresent() || months.earliestOpen().filter(this::isBegun).isPresent();
    }

    private boolean step(Runnable turn) {
        var months = book.months();
        var closed = months.awaitingFiles();
        return closed.isPresent()
                ? finalise(closed.get(), turn)
                : close(months.earliestOpen().orElseThrow(), turn);
    }

    private boolean close(BillingMonth month, Runnable turn) {
        var close = begun.find(month);
        if (close.isEmpty() || !draining.isOver(month, close.get())) return false;
        turn.run();
        try {
            statements.closed(month, close.get(), deadLetters.openCount());
        } catch (PessimisticLockingFailureException busy) {
            LOG.info("the close of {} gave way to a transaction that lasts, and tries again", month);
            return false;
        }
        LOG.info("month {} is closed; its files are written next", month);
        return true;
    }

    private boolean finalise(BillingMonth month, Runnable turn) {
        long boundary = Objects.requireNonNull(book.view(month).position());
        try {
            var sha256 = writer.write(month, boundary, turn);
            turn.run();
            statements.finalised(month, boundary, files.figures(month), sha256);
            LOG.info("month {} is final; the digest of its manifest is {}", month, sha256);
            return true;
        } catch (NotReadYet _) {
            settledIndex.wake();
            return false;
        }
    }
}
