package io.minutebook.ingest;

import static io.minutebook.ingest.DeadLetterState.OPEN;

import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.Refused;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.ingest.record.RecordRefusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tries dead letters again or discards them. A retry books the bytes as received, judged anew as if they came
 * now; what its delivery was counted as stays so. Locks: the dead letter, then as a delivery takes them.
 */
public final class DeadLetterDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterDesk.class);
    private static final String TAKE_UP = "system:take-up";
    private static final int MOST_TRIES = 8;
    private static final int TAKEN_UP_AT_ONCE = 1_000;

    private final LedgerTransactions transactions;
    private final RecordBooking records;
    private final RecordDecoder decoder;
    private final InstantSource clock;
    private final DeadLetterBox box;
    private final DeadLetters letters;
    private final Backoff backoff =
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(500), ThreadLocalRandom.current());

    /** The template works on the data source whose transactions the ledger's are. */
    public DeadLetterDesk(
            LedgerTransactions transactions,
            RecordBooking records,
            RecordDecoder decoder,
            JdbcTemplate template,
            InstantSource clock) {
        this.transactions = transactions;
        this.records = records;
        this.decoder = decoder;
        this.clock = clock;
        this.box = new DeadLetterBox(template);
        this.letters = new DeadLetters(JdbcClient.create(template));
    }

    /** Answers the dead letter as it stands afterwards; one that is not open or not retryable is refused. */
    public DeadLetter retry(long id, String actor) {
        requireRetryable(transactions.inOne(by(actor), () -> requireOpen(id)).reason());
        tryAgain(id, actor);
        return find(id);
    }

    /** Tries all open dead letters of one reason, oldest first. */
    public RetryOutcome retryAll(RecordRefusal reason, String actor) {
        requireRetryable(reason);
        return tryAgain(box.open(reason), actor);
    }

    /** Decides that an open dead letter will not be booked. */
    public DeadLetter discard(long id, String reason, String actor) {
        var discard = new Discard(reason, actor, clock.instant());
        return persistently(() -> transactions.inOne(by(actor), () -> {
            requireOpen(id);
            box.discard(id, discard);
            return find(id);
        }));
    }

    /**
     * Books what waited for an account or a record that has come since, oldest first; safe on several nodes at
     * once, and cheap when nothing waits.
     */
    public RetryOutcome takeUp() {
        var sum = new RetryOutcome(0, 0, 0);
        long last = 0;
        for (var due = box.due(last, TAKEN_UP_AT_ONCE); !due.isEmpty(); due = box.due(last, TAKEN_UP_AT_ONCE)) {
            var outcome = tryAgain(due, TAKE_UP);
            sum = new RetryOutcome(
                    sum.retried() + outcome.retried(), sum.resolved() + outcome.resolved(), sum.open() + outcome.open());
            last = due.getLast();
        }
        return sum;
    }

    private RetryOutcome tryAgain(List<Long> ids, String actor) {
        int resolved = 0;
        for (var id : ids) {
            if (tryAgain(id, actor)) resolved++;
        }
        return new RetryOutcome(ids.size(), resolved, ids.size() - resolved);
    }

    /** Whether it is settled now, by this or somebody else. */
    private boolean tryAgain(long id, String actor) {
        try {
            return persistently(() -> transactions.inOne(by(actor), () -> book(id)));
        } catch (RuntimeException failure) {
            if (FailureKind.of(failure) != FailureKind.RECORD) throw failure;
            LOG.error("dead letter {} failed when it was tried again (PROCESSING_FAILED)", id, Wordless.of(failure));
            return transactions.inOne(by(actor), () -> setAside(id, failure));
        }
    }

    private boolean book(long id) {
        var kept = box.lock(id).orElseThrow();
        if (kept.state() != OPEN) return true;
        var reading = new Reading(kept.delivery(), decoder.decode(kept.delivery(), clock.instant()));
        var sorted = records.judge(List.of(reading));
        if (!sorted.refused().isEmpty()) {
            box.refuseAgain(id, sorted.refused().getFirst());
            return false;
        }
        box.resolve(id);
        box.resolve(sorted.settled());
        records.store(sorted);
        return true;
    }

    private boolean setAside(long id, RuntimeException failure) {
        var kept = box.lock(id).orElseThrow();
        if (kept.state() != OPEN) return true;
        box.setAside(id, OwnFault.detailOf(failure));
        return false;
    }

    /** A lost race is run again. */
    private <T> T persistently(Supplier<T> work) {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return work.get();
            } catch (Refused refused) {
                throw refused;
            } catch (RuntimeException failure) {
                if (FailureKind.of(failure) != FailureKind.CONTENTION) throw failure;
                LockSupport.parkNanos(backoff.nanosAfter(tries));
            }
        }
        return work.get();
    }

    private KeptDelivery requireOpen(long id) {
        var kept = box.lock(id).orElseThrow(() ->
                new Refused(IngestRefusal.UNKNOWN_DEAD_LETTER, "No dead letter has this id."));
        if (kept.state() == OPEN) return kept;
        throw new Refused(
                IngestRefusal.DEAD_LETTER_NOT_OPEN, "The dead letter is " + kept.state() + "; nothing is left to do.");
    }

    private static void requireRetryable(RecordRefusal reason) {
        if (reason.retryable()) return;
        throw new Refused(
                IngestRefusal.DEAD_LETTER_NOT_RETRYABLE,
                "What is refused as " + reason + " stays refused; have the record sent again, mended, or discard it.");
    }

    private DeadLetter find(long id) {
        return letters.find(id).orElseThrow().letter();
    }

    private static Map<String, String> by(String actor) {
        return Map.of(Provenance.ACTOR, actor);
    }
}
