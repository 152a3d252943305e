package io.minutebook.server.ingest;

import static io.minutebook.server.ingest.Calls.call;
import static io.minutebook.server.ingest.Calls.malformed;
import static io.minutebook.server.ingest.Calls.recordId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.ingest.DeadLetter;
import io.minutebook.ingest.DeadLetterState;
import io.minutebook.ingest.Discard;
import io.minutebook.ingest.RetryOutcome;
import io.minutebook.ingest.Tally;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.fixture.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.common.AxonTransientException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterDeskIT {

    private static final AccountId STRANGER = new AccountId("42");

    private final IngestLedger ledger = new IngestLedger(RealParts.newDatabase());

    @BeforeEach
    void assignPartitions() {
        for (int partition = 0; partition < 2; partition++) ledger.partitionAt(partition, 0);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void takesUpWhatWaitsForAnAccountOnceItIsRegistered() {
        bookStrangers(0, 3);
        assertThat(ledger.desk.takeUp().retried()).isZero();

        ledger.register(STRANGER);
        assertThat(ledger.desk.takeUp()).isEqualTo(new RetryOutcome(3, 3, 0));

        assertThat(ledger.refused()).extracting(DeadLetter::state).containsOnly(DeadLetterState.RESOLVED);
        assertThat(ledger.drawnRecords()).containsExactly(recordId("s0"), recordId("s1"), recordId("s2"));
        assertThat(ledger.jdbc.sql("select accepted || '/' || dead_lettered from ingest_offset where partition = 0")
                        .query(String.class)
                        .single())
                .as("what a delivery was counted as stays so")
                .isEqualTo("0/3");
    }

    /** The account comes while its records do: some are refused, and none stays so. */
    @Test
    void leavesNothingBehindWhenTheAccountComesInBetween() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            var deliveries = List.<Callable<Object>>of(
                    () -> bookOneByOne(0, 0, 40),
                    () -> bookOneByOne(1, 40, 80),
                    () -> {
                        ledger.register(STRANGER);
                        return ledger.desk.takeUp();
                    });
            for (var done : threads.invokeAll(deliveries)) done.get();
        }

        ledger.desk.takeUp();

        assertThat(ledger.refused()).extracting(DeadLetter::state).doesNotContain(DeadLetterState.OPEN);
        assertThat(ledger.drawnRecords()).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void twoNodesTakeUpEachRecordOnce() throws Exception {
        bookStrangers(0, 60);
        ledger.register(STRANGER);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var nodes = List.<Callable<RetryOutcome>>of(ledger.desk::takeUp, ledger.desk::takeUp);
            for (var done : threads.invokeAll(nodes)) done.get();
        }

        assertThat(ledger.drawnRecords()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void aRetryIsJudgedByTheClockOfNow() {
        ledger.now = Calls.NOW.minus(Duration.ofDays(30));
        ledger.book(0, 0, List.of(call("s")));
        long id = lastId();

        var early = ledger.desk.retry(id, "key-1");
        assertThat(early.reason()).isEqualTo(RecordRefusal.FUTURE_RECORD);
        assertThat(early.state()).isEqualTo(DeadLetterState.OPEN);

        ledger.now = Calls.NOW;
        assertThat(ledger.desk.retry(id, "key-1").state()).isEqualTo(DeadLetterState.RESOLVED);
        assertThat(ledger.jdbc.sql("select metadata ->> 'actor' from ledger_event order by position desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("key-1");
        assertThat(ledger.jdbc.sql("select value from raw_record").query(byte[].class).single())
                .isEqualTo(call("s"));
    }

    @Test
    void aRetryOfWhatIsBookedMeanwhileResolvesAndBooksNothing() {
        bookStrangers(0, 1);
        ledger.register(STRANGER);
        ledger.book(1, 0, List.of(call("s0", STRANGER)));
        ledger.jdbc.sql("update dead_letter set state = 'OPEN'").update();

        assertThat(ledger.desk.retry(lastId(), "key-1").state()).isEqualTo(DeadLetterState.RESOLVED);
        assertThat(ledger.drawnRecords()).hasSize(1);
    }

    @Test
    void aRecordWeFailOnStaysOpenAndTheOthersGoOn() {
        bookStrangers(0, 3);
        ledger.failOn(recordId("s1"));
        ledger.register(STRANGER);

        assertThat(ledger.desk.takeUp()).isEqualTo(new RetryOutcome(3, 2, 1));

        assertThat(ledger.refused())
                .filteredOn(letter -> letter.state() == DeadLetterState.OPEN)
                .extracting(DeadLetter::recordId, DeadLetter::reason)
                .containsExactly(tuple(recordId("s1"), RecordRefusal.PROCESSING_FAILED));
        assertThat(ledger.desk.takeUp().retried()).as("not by itself again").isZero();
    }

    @Test
    void retriesAllOfOneReason() {
        bookStrangers(0, 2);
        ledger.book(1, 0, List.of(malformed("m")));
        ledger.register(STRANGER);

        assertThat(ledger.desk.retryAll(RecordRefusal.UNKNOWN_ACCOUNT, "key-1")).isEqualTo(new RetryOutcome(2, 2, 0));
        assertThat(ledger.desk.retryAll(RecordRefusal.UNKNOWN_ACCOUNT, "key-1")).isEqualTo(new RetryOutcome(0, 0, 0));
    }

    @Test
    void keepsWhoDiscardedADeadLetterAndWhy() {
        ledger.book(0, 0, List.of(malformed("s")));

        var discarded = ledger.desk.discard(lastId(), "a test call", "key-1");

        assertThat(discarded.state()).isEqualTo(DeadLetterState.DISCARDED);
        assertThat(discarded.discard()).isEqualTo(new Discard("a test call", "key-1", Calls.NOW));
    }

    @Test
    void refusesWhatCannotBeDone() {
        ledger.book(0, 0, List.of(malformed("s")));
        long id = lastId();

        assertRefused("UNKNOWN_DEAD_LETTER", () -> ledger.desk.retry(id + 1, "key-1"));
        assertRefused("UNKNOWN_DEAD_LETTER", () -> ledger.desk.discard(id + 1, "why", "key-1"));
        assertRefused("DEAD_LETTER_NOT_RETRYABLE", () -> ledger.desk.retry(id, "key-1"));
        assertRefused("DEAD_LETTER_NOT_RETRYABLE", () -> ledger.desk.retryAll(RecordRefusal.MALFORMED, "key-1"));
        ledger.desk.discard(id, "why", "key-1");
        assertRefused("DEAD_LETTER_NOT_OPEN", () -> ledger.desk.retry(id, "key-1"));
        assertRefused("DEAD_LETTER_NOT_OPEN", () -> ledger.desk.discard(id, "why", "key-1"));
    }

    private static void assertRefused(String code, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.reason().name())
                .isEqualTo(code));
    }

    private long lastId() {
        return ledger.refused().getFirst().id();
    }

    private void bookStrangers(int from, int until) {
        var calls = IntStream.range(from, until)
                .mapToObj(i -> call("s" + i, STRANGER))
                .toList();
        assertThat(ledger.book(0, 0, calls)).isEqualTo(new Tally(0, 0, until - from, 0));
    }

    private long bookOneByOne(int partition, int from, int until) {
        int next = from;
        while (next < until) {
            try {
                ledger.book(partition, next - from, List.of(call("s" + next, STRANGER)));
                next++;
            } catch (AxonTransientException _) {
                Thread.onSpinWait();
            }
        }
        return next;
    }
}
